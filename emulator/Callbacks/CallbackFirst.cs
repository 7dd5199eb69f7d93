using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>Holds an answer back until the payout's callback was attempted, where a rule wants the callback first.</summary>
internal static class CallbackFirst
{
    /// <summary>Returns when the first callback was attempted, or is not due: yet, or no longer, because somebody set the clock back or froze it.</summary>
    public static async Task WaitAsync(SandboxStore store, Account account, PayoutDecision.Made made, CancellationToken cancellation)
    {
        if (made.Callbacks is not [var first, ..])
            return;

        var query = new CallbackQuery(account.Number) { PaymentId = first.Key.PaymentId, Number = first.Key.Number };
        while (true)
        {
            var beat = account.Pulse.Next;
            if (await store.Callbacks.FindAsync(query, cancellation) is not [{ State: CallbackState.Owed, Attempts: 0 } owed] || owed.DueAt > account.Clock.Now || account.Clock.IsFrozen)
                return;
            await beat.WaitAsync(cancellation);
        }
    }
}
