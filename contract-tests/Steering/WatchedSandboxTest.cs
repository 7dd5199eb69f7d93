using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Time;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>
/// Each test has a sandbox, a merchant and its callback address, on a clock that stands still and tells who waits for it.
/// </summary>
public abstract class WatchedSandboxTest : IAsyncLifetime
{
    private protected ManualTime Time { get; } = new();

    private protected WatchedTime Watched { get; private set; } = null!;

    private protected SteeredSandbox Sandbox { get; private set; } = null!;

    private protected MerchantEndpoint Inbox { get; private set; } = null!;

    private protected SteeredMerchant Merchant { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Watched = new WatchedTime(Time);
        Sandbox = await SteeredSandbox.StartAsync(Watched);
        Inbox = await MerchantEndpoint.StartAsync();
        Merchant = await StartMerchantAsync();
    }

    public async Task DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        await Inbox.DisposeAsync();
    }

    private protected virtual Task<SteeredMerchant> StartMerchantAsync() => Task.FromResult(SteeredMerchant.Default(Sandbox.Client));
}
