using System.Globalization;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.LoadTests.Data;
using FreedomPaySandbox.LoadTests.Scenarios;
using FreedomPaySandbox.Testing;
using Microsoft.Extensions.Hosting;

namespace FreedomPaySandbox.LoadTests.Bench;

/// <summary>What a scenario works with: a gateway, a merchant, a client, an endpoint for callbacks, and orders.</summary>
internal sealed class LoadEnvironment : IAsyncDisposable
{
    private const int MostConnections = 512;

    private readonly Gateway _gateway;
    private readonly HttpClient _http;
    private readonly CancellationToken _stopping;

    private LoadEnvironment(EnvironmentRequest request, Gateway gateway, CallbackReceiver? receiver, TimeProvider time, CancellationToken stopping)
    {
        (_gateway, _stopping, Receiver, Time) = (gateway, stopping, receiver, time);
        _http = NewHttp();
        Payouts = new PayoutClient(_http, gateway.Options(request.ClientTimeout), time);
        var run = "load-" + time.GetUtcNow().ToString("yyMMddHHmmss", CultureInfo.InvariantCulture);
        Orders = new OrderSource(run, new Recipients(request.Seed), request.Callback ?? receiver!.PostLink);
    }

    public PayoutClient Payouts { get; }

    public OrderSource Orders { get; }

    /// <summary>The merchant as the sandbox knows it; none on a gateway that is no sandbox.</summary>
    public SandboxMerchant? Merchant => _gateway.Merchant;

    /// <summary>The endpoint in this process; none where the merchant's own is called.</summary>
    public CallbackReceiver? Receiver { get; }

    public TimeProvider Time { get; }

    /// <summary>A person who pressed Ctrl-C does not want to wait.</summary>
    public CancellationToken Stopping => _stopping;

    /// <summary>Whether the sandbox shares this process, its memory and its processors.</summary>
    public bool SharesProcess => _gateway.SharesProcess;

    public string Place => _gateway.Place;

    /// <exception cref="EnvironmentException">The gateway cannot be used so.</exception>
    public static async Task<LoadEnvironment> OpenAsync(EnvironmentRequest request, TimeProvider time, CancellationToken stopping)
    {
        var gateway = await Gateway.OpenAsync(request, stopping);
        try
        {
            var receiver = request.Callback is null
                ? await CallbackReceiver.StartAsync(
                    CallbackPlace.For(request.Target, SandboxLocation.Here(), Environment.MachineName),
                    gateway.Address, gateway.MerchantId, gateway.PayoutSecret, stopping)
                : null;
            return new LoadEnvironment(request, gateway, receiver, time, stopping);
        }
        catch
        {
            await gateway.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the begin of iterations: after Ctrl-C the results so far are shown.</summary>
    public void StopIfAsked(IScenarioContext context)
    {
        if (_stopping.IsCancellationRequested)
            context.StopScenario(context.ScenarioInfo.ScenarioName, "interrupted");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        try
        {
            if (_gateway.IsBorrowed)
                await Settling.AtOnceAsync(Merchant!, Orders.Run);
        }
        finally
        {
            await DisposeOfPlacesAsync();
        }
    }

    private async Task DisposeOfPlacesAsync()
    {
        try
        {
            await _gateway.DisposeAsync();
        }
        finally
        {
            if (Receiver is not null)
                await Receiver.DisposeAsync();
        }
    }

    // As AddFreedomPayPayouts makes it, with a bound: a gateway that stalls must not be met with ten thousand connections.
    private static HttpClient NewHttp() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        MaxConnectionsPerServer = MostConnections,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}

/// <summary>The load cannot be run here; the message says what to do.</summary>
internal sealed class EnvironmentException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>How much load, for how long.</summary>
/// <param name="Rate">Arrivals a second, or what else the scenario counts.</param>
/// <param name="Duration">All of it, ramp and hold; not the warm-up.</param>
internal sealed record LoadSize(int Rate, TimeSpan Duration)
{
    private static readonly TimeSpan s_longestRamp = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_longestWarmUp = TimeSpan.FromSeconds(5);

    public TimeSpan Ramp => Least(Duration / 5, s_longestRamp);

    public TimeSpan Hold => Duration - Ramp;

    public TimeSpan WarmUp => Least(Duration / 5, s_longestWarmUp);

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

/// <summary>The process's signals are the command line's: an endpoint that heard them would leave in the middle of a load.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
