using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Decisions;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>Holds an answer back until the payout's callback was attempted, where a rule wants the callback first.</summary>
internal static class CallbackBeforeAnswer
{
    /// <summary>
    /// Returns when the first callback was attempted, or is not due: yet, or no longer, because somebody set the clock back or froze it.
    /// </summary>
    public static async Task WaitAsync(SandboxStore store, MerchantState state, PayoutDecision.Made made, CancellationToken cancellation)
    {
        if (made.Callbacks is not [var first, ..])
            return;

        var query = new CallbackQuery(state.Epoch) { PaymentId = first.Key.PaymentId, Number = first.Key.Number };
        while (true)
        {
            var beat = state.Changes.Next;
            if (await store.Callbacks.FindAsync(query, cancellation) is not [{ State: CallbackState.Pending, Attempts: 0 } pending] || pending.DueAt > state.Clock.Now || state.Clock.IsFrozen)
                return;
            await beat.WaitAsync(cancellation);
        }
    }
}
