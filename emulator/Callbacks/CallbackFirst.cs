using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>Holds an answer back until the payout's callback was attempted, where a rule wants the callback first.</summary>
internal static class CallbackFirst
{
    /// <summary>Returns when the first callback was attempted, or at once when it is not due yet.</summary>
    public static async Task WaitAsync(SandboxStore store, Account account, PayoutDecision.Made made, CancellationToken cancellation)
    {
        if (made.Callbacks is not [var first, ..] || first.DueAt > account.Clock.Now)
            return;

        var query = new CallbackQuery(account.Number) { PaymentId = first.Key.PaymentId, Number = first.Key.Number };
        while (true)
        {
            var beat = account.Pulse.Next;
            if (await store.FindAsync(query, cancellation) is not [{ State: CallbackState.Owed, Attempts: 0 }])
                return;
            await beat.WaitAsync(cancellation);
        }
    }
}
