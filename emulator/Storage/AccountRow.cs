using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>An account's row while a transaction has it locked: changed in memory, written once at the end.</summary>
internal sealed class AccountRow(long number, Seed seed, Amount balance, long payouts, bool held)
{
    public long Number { get; } = number;

    public Seed Seed { get; } = seed;

    public Amount Balance { get; set; } = balance;

    public long Payouts { get; set; } = payouts;

    /// <summary>Whether callbacks wait for that of the next payout.</summary>
    public bool Held { get; set; } = held;

    /// <summary>Writes callbacks, and lets go those that waited for the first of them.</summary>
    /// <returns>Whether any waited.</returns>
    public async Task<bool> OweAsync(StoreSession session, IReadOnlyList<OwedCallback> callbacks)
    {
        var letsGo = false;
        if (Held && callbacks.FirstOrDefault(callback => callback.State == CallbackState.Owed) is { } next)
        {
            await session.PostAsync(CallbackSql.LetGo, next.DueAt.ToUnixTimeMilliseconds(), Number);
            (Held, letsGo) = (false, true);
        }

        await CallbackSql.InsertAllAsync(session, callbacks);
        Held |= callbacks.Any(owed => owed.HeldBy is not null);
        return letsGo;
    }
}
