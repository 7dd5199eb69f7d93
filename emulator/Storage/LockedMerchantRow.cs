using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>An epoch's row while a transaction has it locked: changed in memory, written once at the end.</summary>
internal sealed class LockedMerchantRow(long number, Seed seed, Amount balance, long payouts, bool held)
{
    public long Epoch { get; } = number;

    public Seed Seed { get; } = seed;

    public Amount Balance { get; set; } = balance;

    public long Payouts { get; set; } = payouts;

    /// <summary>Whether callbacks wait for that of the next payout.</summary>
    public bool Held { get; set; } = held;
}
