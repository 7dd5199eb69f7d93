using System.Net;
using System.Security.Cryptography.X509Certificates;
using FreedomPaySandbox.ContractTests.Callbacks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Sandboxes;

/// <summary>A real web server on a free port of this machine; each kind gives its own answers.</summary>
internal abstract class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    protected LocalServer(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Address => _app.Urls.Single();

    public Task StopAsync() => _app.StopAsync().WaitAsync(Patience.Limit);

    public virtual ValueTask DisposeAsync() => _app.DisposeAsync();

    protected static async Task<T> StartAsync<T>(T server)
        where T : LocalServer
    {
        await server._app.StartAsync();
        return server;
    }

    protected abstract Task AnswerAsync(HttpContext context);
}
