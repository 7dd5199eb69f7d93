using FreedomPaySandbox.ContractTests.Sandboxes;
using Microsoft.AspNetCore.Http;

namespace FreedomPaySandbox.ContractTests.Testing;

/// <summary>The admin API of a sandbox that a test plays: the merchant 9970, and one answer of the test's own.</summary>
internal sealed class StubAdmin(string path, int status, string json) : LocalServer
{
    private readonly List<string> _calls = [];

    /// <summary>The calls that had a body: method, path, content type, body.</summary>
    public IReadOnlyList<string> Calls => _calls;

    public static Task<StubAdmin> StartAsync(string path, int status, string json) => StartAsync(new StubAdmin(path, status, json));

    protected override Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/__admin/health" => AnswerAsync(context, 200, """{ "status": "ok", "version": "0.1.0" }"""),
        "/__admin/merchants/9970" => AnswerAsync(context, 200, """{ "id": 9970, "balance": 1000 }"""),
        { } asked when asked == path => AnswerAsync(context, status, json),
        _ => AnswerAsync(context, 404, ""),
    };

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
