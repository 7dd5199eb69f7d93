using System.Collections.Concurrent;
using FreedomPaySandbox.ContractTests.Sandboxes;
using Microsoft.AspNetCore.Http;

namespace FreedomPaySandbox.ContractTests.Attacks;

/// <summary>A web site of somebody else: another port, and so another origin.</summary>
internal sealed class OtherSite : LocalServer
{
    private readonly ConcurrentDictionary<string, string> _pages = new(StringComparer.Ordinal);

    public static Task<OtherSite> StartAsync() => StartAsync(new OtherSite());

    /// <summary>Puts up a page.</summary>
    /// <returns>Its address under that host, which is this machine.</returns>
    public string Put(string path, string html, string host = "127.0.0.1")
    {
        _pages[path] = html;
        return new UriBuilder(Address) { Host = host, Path = path }.Uri.ToString();
    }

    protected override Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        if (_pages.TryGetValue(context.Request.Path.Value!, out var html))
            return context.Response.WriteAsync(html);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
