using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Attacks;

/// <summary>A web site of somebody else, a real server on loopback: another port, and so another origin.</summary>
internal sealed class OtherSite : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> _pages = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private OtherSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public static async Task<OtherSite> StartAsync()
    {
        var site = new OtherSite();
        await site._app.StartAsync();
        return site;
    }

    /// <summary>Puts up a page.</summary>
    /// <returns>Its address under that host, which is this machine.</returns>
    public string Put(string path, string html, string host = "127.0.0.1")
    {
        _pages[path] = html;
        return new UriBuilder(_app.Urls.Single()) { Host = host, Path = path }.Uri.ToString();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        if (_pages.TryGetValue(context.Request.Path.Value!, out var html))
            return context.Response.WriteAsync(html);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
