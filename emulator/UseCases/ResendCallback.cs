using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>Sends a callback again, with its whole schedule before it.</summary>
internal sealed class ResendCallback(SandboxStore store, CallbackDelivery delivery)
{
    /// <param name="state">Whose callback it is.</param>
    /// <param name="key">Which one.</param>
    /// <param name="cancellation">The caller has gone.</param>
    /// <returns>From when on it is due; <see langword="null"/> when there is no such callback.</returns>
    public async Task<ResendResult?> HandleAsync(MerchantState state, CallbackKey key, CancellationToken cancellation)
    {
        var now = state.Clock.Now;
        var (queue, inProcess) = await store.ChangeAsync(key.Epoch, transaction => DecideAsync(transaction, key, now), cancellation);
        if (inProcess is not null)
            return new ResendResult(now, inProcess);
        if (queue is null)
            return null;
        delivery.Start(state, [queue], now);
        return new ResendResult(now, InProcess: null);
    }

    /// <summary>The part inside the transaction.</summary>
    public static async ValueTask<(string? Queue, Payout? InProcess)> DecideAsync(StoreTransaction transaction, CallbackKey key, DateTimeOffset now)
    {
        // A payout in process has no outcome: a callback that told one would be believed, and used up.
        if (await transaction.FindPayoutAsync(key.Epoch, key.PaymentId) is { } payout && payout.StatusAt(now) == PayoutStatus.Process)
            return (null, payout);
        return (await transaction.ResendAsync(key, now), null);
    }
}

/// <summary>What became of a callback that was to be sent again.</summary>
/// <param name="DueAt">From when on it is due.</param>
/// <param name="InProcess">Its payout, where that is in process and there is nothing to tell yet. Then nothing is sent.</param>
internal sealed record ResendResult(DateTimeOffset DueAt, Payout? InProcess);
