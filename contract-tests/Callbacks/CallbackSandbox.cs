using System.Globalization;
using System.Xml.Linq;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Storage;
using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.UseCases;
using FreedomPaySandbox.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Callbacks;

/// <summary>A whole sandbox on a clock that stands still, whose payouts and callbacks travel over real connections.</summary>
internal sealed class CallbackSandbox : SandboxHost
{
    private readonly AttemptLog _attempts = new();
    private readonly WatchedTime _watched;

    private CallbackSandbox(WebApplication app, SandboxStore store, ManualTime time, WatchedTime watched)
        : base(app, store)
    {
        (Time, _watched) = (time, watched);
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(_attempts);
    }

    public ManualTime Time { get; }

    /// <summary>The default merchant with a fixed seed, so that ids and salts are the same at each run.</summary>
    public static Merchant Merchant { get; } = Merchant.Default with { Seed = 9970 };

    public static Task<CallbackSandbox> StartAsync(params Merchant[] merchants) => StartAsync(new SandboxSettings
    {
        Merchants = merchants.Length > 0 ? merchants : [Merchant],
    });

    public static async Task<CallbackSandbox> StartAsync(SandboxSettings settings, ManualTime? time = null, string url = "http://127.0.0.1:0")
    {
        time ??= new ManualTime();
        var watched = new WatchedTime(time);
        var (app, store) = await BuildAsync(settings, watched, url);
        return await StartAsync(new CallbackSandbox(app, store, time, watched));
    }

    public Task<XElement> PayAsync(PayoutCall call) => call.SendAsync(Client);

    /// <summary>Makes a payout.</summary>
    /// <returns>Its payment id.</returns>
    public async Task<long> PayAsync(string orderId, string postLink)
    {
        var answer = await PayAsync(new PayoutCall(orderId, postLink));
        return long.Parse(answer.Element(Fields.PaymentId)!.Value, CultureInfo.InvariantCulture);
    }

    public MerchantClock Clock(long merchant = Merchant.DefaultId) => GetAccount(merchant).Clock;

    public Task<ClockAdvance?> AdvanceAsync(TimeSpan by, long merchant = Merchant.DefaultId, CancellationToken cancellation = default) =>
        Services.GetRequiredService<ClockController>().AdvanceAsync(GetAccount(merchant), by, cancellation);

    /// <summary>Sets a merchant's clock to a moment.</summary>
    /// <param name="moment">Which it shows then.</param>
    /// <param name="frozen">Whether it stands there.</param>
    /// <param name="merchant">Whose clock.</param>
    public Task SetClockAsync(DateTimeOffset moment, bool frozen = false, long merchant = Merchant.DefaultId) =>
        Services.GetRequiredService<ClockController>().PutAsync(
            GetAccount(merchant), _ => ClockReading.Showing(moment, frozen, Time.GetUtcNow()), CancellationToken.None);

    public Task<StateChange?> ResetAsync(long merchant = Merchant.DefaultId) =>
        Services.GetRequiredService<MerchantLifecycle>().ResetAsync(merchant);

    /// <summary>The next attempt that was recorded and that nobody has taken yet.</summary>
    public Task<LoggedAttempt> RecordedAsync() => _attempts.NextAsync();

    /// <summary>Waits until an attempt was recorded.</summary>
    /// <returns>What was kept of it.</returns>
    public async Task<Attempt> AttemptAsync()
    {
        var logged = await RecordedAsync();
        return (await Store.AttemptsAsync(logged.PaymentId))[logged.Number - 1];
    }

    /// <summary>Returns once the sandbox has begun to wait exactly that long.</summary>
    public Task WhenWaitedForAsync(TimeSpan wait) => _watched.WhenWaitedForAsync(wait);

    // A merchant that hangs is still called, and on a clock that stands still the call never times out.
    protected override bool StopsInOrder => false;
}
