using System.Text;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Protocol;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>A call that the client sent, its multipart form read by the framework's reader and not by the product's.</summary>
internal sealed record SentCall(HttpMethod Method, string Target, string? ContentType, Parameters Fields)
{
    public string? this[string field] => Fields[field];

    public bool IsSignedWith(string secret, string script) =>
        this["pg_salt"] is not null && Fields.GetCount("pg_sig") == 1 && this["pg_sig"] == IndependentDigest.Compute(script, Fields, secret);

    public static async Task<SentCall> ReadAsync(HttpRequestMessage request)
    {
        var type = MediaTypeHeaderValue.Parse(request.Content!.Headers.ContentType!.ToString());
        var parts = new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).Value!, await request.Content.ReadAsStreamAsync());
        var fields = new Parameters();
        while (await parts.ReadNextSectionAsync() is { } part)
        {
            var name = HeaderUtilities.RemoveQuotes(ContentDispositionHeaderValue.Parse(part.ContentDisposition).Name).Value!;
            using var reader = new StreamReader(part.Body, Encoding.UTF8);
            fields.Add(name, await reader.ReadToEndAsync());
        }

        return new SentCall(request.Method, request.RequestUri!.PathAndQuery, type.MediaType.Value, fields);
    }
}
