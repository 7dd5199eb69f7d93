using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Testing;

/// <summary>The admin API of a sandbox that a test plays: the merchant 9970, and one answer of the test's own.</summary>
internal sealed class StubAdmin : IAsyncDisposable
{
    private readonly List<string> _calls = [];
    private readonly WebApplication _app;

    private StubAdmin(string path, int status, string json)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(context => context.Request.Path.Value switch
        {
            "/__admin/health" => AnswerAsync(context, 200, """{ "status": "ok", "version": "0.1.0" }"""),
            "/__admin/merchants/9970" => AnswerAsync(context, 200, """{ "id": 9970, "balance": 1000 }"""),
            { } asked when asked == path => AnswerAsync(context, status, json),
            _ => AnswerAsync(context, 404, ""),
        });
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>The calls that had a body: method, path, content type, body.</summary>
    public IReadOnlyList<string> Calls => _calls;

    public static async Task<StubAdmin> StartAsync(string path, int status, string json)
    {
        var admin = new StubAdmin(path, status, json);
        await admin._app.StartAsync();
        return admin;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, int status, string json)
    {
        using var reader = new StreamReader(context.Request.Body);
        if (await reader.ReadToEndAsync(context.RequestAborted) is { Length: > 0 } body)
            _calls.Add($"{context.Request.Method} {context.Request.Path} {context.Request.ContentType} {body}");
        context.Response.StatusCode = status;
        context.Response.ContentType = status < 400 ? "application/json" : "application/problem+json";
        await context.Response.WriteAsync(json, context.RequestAborted);
    }
}
