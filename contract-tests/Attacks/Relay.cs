using FreedomPaySandbox.ContractTests.Sandboxes;
using Microsoft.AspNetCore.Http;

namespace FreedomPaySandbox.ContractTests.Attacks;

/// <summary>A reverse proxy on a port of its own that hands everything on to one server.</summary>
internal sealed class Relay(Uri behind) : LocalServer
{
    private readonly HttpClient _http = new();

    public static Task<Relay> ToAsync(Uri behind) => StartAsync(new Relay(behind));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _http.Dispose();
    }

    protected override async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        using var onward = new HttpRequestMessage(new HttpMethod(request.Method), behind.GetLeftPart(UriPartial.Authority) + request.Path + request.QueryString)
        {
            Content = new StreamContent(request.Body),
        };
        foreach (var (name, value) in request.Headers)
        {
            if (!onward.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value))
                onward.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value);
        }

        onward.Headers.Host = null;
        using var answer = await _http.SendAsync(onward, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
