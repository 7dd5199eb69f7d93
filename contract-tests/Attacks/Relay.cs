using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Attacks;

/// <summary>A reverse proxy on a port of its own that hands everything on to one server.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private readonly WebApplication _app;
    private readonly Uri _behind;

    private Relay(Uri behind)
    {
        _behind = behind;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(HandOnAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<Relay> ToAsync(Uri behind)
    {
        var relay = new Relay(behind);
        await relay._app.StartAsync();
        return relay;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task HandOnAsync(HttpContext context)
    {
        var request = context.Request;
        using var onward = new HttpRequestMessage(new HttpMethod(request.Method), _behind.GetLeftPart(UriPartial.Authority) + request.Path + request.QueryString)
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
