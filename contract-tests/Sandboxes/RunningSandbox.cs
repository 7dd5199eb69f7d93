using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Sandboxes;

/// <summary>A whole sandbox behind a real socket, on a clock that stands still, with chance that repeats itself.</summary>
internal sealed class RunningSandbox : SandboxHost
{
    private RunningSandbox(WebApplication app, SandboxStore store, ManualTime time)
        : base(app, store)
    {
        Time = time;
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
    }

    /// <summary>The default merchant with a fixed seed; its callbacks come due only when a test moves the clock by an hour.</summary>
    public static Merchant Merchant { get; } = Merchant.Default with
    {
        Seed = 9970,
        Schedule = new CallbackSchedule(TimeSpan.FromHours(1)),
    };

    public ManualTime Time { get; }

    public CapturedLog Log { get; } = new();

    public static Task<RunningSandbox> StartAsync(params Merchant[] merchants) =>
        StartAsync(new SandboxSettings { Merchants = merchants is [] ? [Merchant] : merchants });

    /// <summary>Starts on a free port of this machine; the other settings are the test's.</summary>
    public static async Task<RunningSandbox> StartAsync(SandboxSettings settings, ManualTime? time = null)
    {
        time ??= new ManualTime();
        var (app, store) = await BuildAsync(settings, time);
        return await StartAsync(new RunningSandbox(app, store, time));
    }

    /// <summary>Makes the call as a form, which is how most merchants do.</summary>
    public Task<Reply> CallAsync(SignedCall call) => SendAsync(call.AsForm());

    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            // By hand, because two slashes at the front of a relative address would make a host of what follows.
            request.RequestUri = new Uri(Address.GetLeftPart(UriPartial.Authority) + request.RequestUri!.OriginalString);
            using var response = await Client.SendAsync(request);
            return new Reply(
                (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsByteArrayAsync());
        }
    }

    public async Task<string> BalanceAsync(long merchant = Merchant.DefaultId) =>
        (await Store.States.BalanceAsync(GetAccount(merchant).Epoch, GetAccount(merchant).Clock.Now, CancellationToken.None))!.Value.ToString();
}
