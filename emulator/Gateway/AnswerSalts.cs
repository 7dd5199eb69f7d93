using System.Collections.Concurrent;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>The salts of answers: a payout's belongs to the payout; a refusal, which leaves no trace, takes the merchant's next.</summary>
internal sealed class AnswerSalts(MerchantSeeds seeds)
{
    private readonly ConcurrentDictionary<long, StrongBox> _refusals = new();

    public string Of(Merchant merchant, Payout payout) => seeds.Of(merchant).Salt("payout", payout.PaymentId);

    public string Next(Merchant merchant)
    {
        var count = _refusals.GetOrAdd(merchant.Id, _ => new StrongBox());
        return seeds.Of(merchant).Salt("refusal", Interlocked.Increment(ref count.Value));
    }

    private sealed class StrongBox
    {
        public long Value;
    }
}
