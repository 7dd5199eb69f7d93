using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Hosting;

/// <summary>
/// The other sandboxes on a shared store: hears that something has changed, reads it in the store, and wakes those here whom it concerns.
/// Where it could not hear for a while it reads everything.
/// </summary>
internal sealed partial class PeerSync(
    SandboxStore store, MerchantLifecycle lifecycle, MerchantRegistry merchants, CallbackDelivery delivery, SandboxClock machine, ILogger<PeerSync> log) : BackgroundService
{
    private readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _lost;

    /// <summary>Returns once the others can be heard: from the first call on they are to find here what they were told.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        if (store.News is not null)
            await _tried.Task.WaitAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        store.News?.ListenAsync(HearAsync, Lose, machine.Time, stoppingToken) ?? Task.CompletedTask;

    private async Task HearAsync(StoreChange news)
    {
        switch (news.Kind)
        {
            case StoreChangeKind.Epoch:
                merchants.FindEpoch(news.Number)?.Changes.Notify();
                delivery.Wake(news.Number);
                return;
            case StoreChangeKind.Merchant:
                await QuietAsync(await lifecycle.FollowAsync(news.Number));
                break;
            case StoreChangeKind.StartClock:
                await lifecycle.FollowStartClockAsync();
                break;
            default:
                foreach (var closed in await lifecycle.FollowAsync())
                    await QuietAsync(closed);
                if (_lost)
                    LogHeard();
                _lost = false;
                _tried.TrySetResult();
                break;
        }

        delivery.Wake();
    }

    private Task QuietAsync(MerchantState? closed) => closed is null ? Task.CompletedTask : delivery.QuietAsync(closed);

    // Once, not at each try.
    private void Lose(Exception fault)
    {
        if (!_lost)
            LogLost(fault.Message);
        _lost = true;
        _tried.TrySetResult();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "the other sandboxes on the store cannot be heard, and are listened for again until they can: {Reason}")]
    private partial void LogLost(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "the other sandboxes on the store are heard again")]
    private partial void LogHeard();
}
