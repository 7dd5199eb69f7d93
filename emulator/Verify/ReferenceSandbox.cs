using FreedomPaySandbox.Emulator.Hosting;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Verification.Drift;

namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>A sandbox with all switches at their defaults, to compare a gateway with.</summary>
internal sealed class ReferenceSandbox : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ReferenceSandbox(WebApplication app, DriftTarget target) => (_app, Target) = (app, target);

    public DriftTarget Target { get; }

    public static async Task<ReferenceSandbox> StartAsync(long merchantId, MerchantSecrets secrets)
    {
        var merchant = new Merchant(merchantId, secrets) { Schedule = new CallbackSchedule(TimeSpan.Zero) };
        var settings = new SandboxSettings { Url = "http://127.0.0.1:0", Merchants = [merchant] };
        var builder = Sandbox.NewBuilder();
        builder.Logging.ClearProviders();
        var app = await Sandbox.BuildAsync(builder, settings, SandboxStore.OpenAsync(path: null), TimeProvider.System);
        await app.StartAsync();
        var address = new Uri(app.Urls.Single());
        return new ReferenceSandbox(app, new DriftTarget(address, merchantId, secrets.For, new MerchantTextSanitizer(secrets)));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
