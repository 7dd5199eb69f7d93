using System.Net;
using FreedomPaySandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace FreedomPaySandbox.ContractTests.Callbacks;

/// <summary>A request that reached a merchant's endpoint, its form decoded without the emulator's own reader.</summary>
internal sealed record ReceivedCallback(string Method, string Target, string? ContentType, string Body)
{
    public Parameters Fields { get; } = new(Body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Decode));

    /// <summary>The trace it says it belongs to.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The credentials it came with.</summary>
    public string? Authorization { get; init; }

    public string this[string name] => Fields[name] ?? throw new InvalidOperationException($"{name} is not in the callback.");

    public static async Task<ReceivedCallback> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        return new ReceivedCallback(request.Method, request.Path + request.QueryString, request.ContentType, body)
        {
            TraceParent = request.Headers.TraceParent.SingleOrDefault(),
            Authorization = request.Headers.Authorization.SingleOrDefault(),
        };
    }

    /// <summary>As people read it, one field a line.</summary>
    public override string ToString() =>
        $"{Method} {Target}\nContent-Type: {ContentType}\n\n{string.Concat(Fields.Select(field => $"{field.Name}={field.Value}\n"))}";

    private static Parameter Decode(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return new Parameter(WebUtility.UrlDecode(pair[..equals]), WebUtility.UrlDecode(pair[(equals + 1)..]));
    }
}
