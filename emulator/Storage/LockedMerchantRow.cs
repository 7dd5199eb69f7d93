using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.UseCases;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>An account's row while a transaction has it locked: changed in memory, written once at the end.</summary>
internal sealed class LockedMerchantRow(long number, Seed seed, Amount balance, long payouts, bool held)
{
    public long Epoch { get; } = number;

    public Seed Seed { get; } = seed;

    public Amount Balance { get; set; } = balance;

    public long Payouts { get; set; } = payouts;

    /// <summary>Whether callbacks wait for that of the next payout.</summary>
    public bool Held { get; set; } = held;

    /// <summary>Writes callbacks, and lets go those that waited for the first of them.</summary>
    /// <returns>The payout with its callbacks as they were written, and where others are due now.</returns>
    public async Task<PayoutDecision.Made> AddCallbacksAsync(StoreSession session, PayoutDecision.Made made)
    {
        var callbacks = made.Callbacks;
        IReadOnlyList<QueueDue> released = [];
        if (Held && callbacks.Any(callback => callback.State == CallbackState.Pending))
        {
            // If all waited for the next one, they would come in order after all.
            callbacks = [.. callbacks.Select(callback => callback.Overtaking())];
            var next = callbacks.First(callback => callback.State == CallbackState.Pending);
            released = await session.QueryAsync(
                CallbackSql.ReleaseHeld,
                row => new QueueDue(row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))),
                next.DueAt.ToUnixTimeMilliseconds(),
                Epoch);
            Held = false;
        }

        await CallbackSql.InsertAllAsync(session, callbacks);
        Held |= callbacks.Any(pending => pending.HeldBy is not null);
        return made with { Callbacks = callbacks, Released = released };
    }
}
