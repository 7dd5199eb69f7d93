using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A merchant's row while a transaction has it locked: changed in memory, written once at the end.</summary>
internal sealed class MerchantAccount(long id, Seed seed, Amount balance, long payouts)
{
    public long Id { get; } = id;

    public Seed Seed { get; } = seed;

    public Amount Balance { get; set; } = balance;

    public long Payouts { get; set; } = payouts;
}
