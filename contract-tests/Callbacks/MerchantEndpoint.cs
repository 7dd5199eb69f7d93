using System.Security.Cryptography.X509Certificates;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Callbacks;

/// <summary>A merchant's callback address, a real server on loopback: keeps what it receives and answers as it is told.</summary>
internal sealed class MerchantEndpoint : IAsyncDisposable
{
    private readonly Channel<ReceivedCallback> _received = Channel.CreateUnbounded<ReceivedCallback>();
    private readonly IReadOnlyList<EndpointAnswer> _script;
    private readonly WebApplication _app;
    private int _answered = -1;

    private MerchantEndpoint(IReadOnlyList<EndpointAnswer> script, X509Certificate2? certificate)
    {
        _script = script.Count > 0 ? script : [EndpointAnswers.Ok];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        _app = builder.Build();
        _app.Run(ReceiveAsync);
    }

    public string Address => _app.Urls.Single();

    /// <summary>Starts one that gives these answers in turn, the last one from then on; all are 200 when none is given.</summary>
    public static Task<MerchantEndpoint> StartAsync(params EndpointAnswer[] script) => StartAsync(script, certificate: null);

    public static Task<MerchantEndpoint> StartTlsAsync(X509Certificate2 certificate) => StartAsync([], certificate);

    public string Link(string path = "/post") => Address + path;

    /// <summary>The next callback that nobody has taken yet, here already or still to come.</summary>
    public Task<ReceivedCallback> NextAsync() => _received.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);

    /// <summary>Whether everything received was taken.</summary>
    public bool IsQuiet => _received.Reader.Count == 0;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<MerchantEndpoint> StartAsync(IReadOnlyList<EndpointAnswer> script, X509Certificate2? certificate)
    {
        var endpoint = new MerchantEndpoint(script, certificate);
        await endpoint._app.StartAsync();
        return endpoint;
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        var callback = await ReceivedCallback.ReadAsync(context.Request);
        var answer = _script[Math.Min(Interlocked.Increment(ref _answered), _script.Count - 1)];
        _received.Writer.TryWrite(callback);
        try
        {
            await answer(context);
        }
        catch (OperationCanceledException)
        {
            // The caller has gone.
        }
    }
}
