using System.Collections.Concurrent;

namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>The seed of each merchant as the store has it: the first one it was enrolled with.</summary>
internal sealed class MerchantSeeds
{
    private readonly ConcurrentDictionary<long, Seed> _seeds = new();

    public void Set(long merchantId, Seed seed) => _seeds[merchantId] = seed;

    public Seed Of(Merchant merchant) => _seeds[merchant.Id];
}
