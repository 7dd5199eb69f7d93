using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A payout of a list, and where its callbacks are.</summary>
internal sealed record RecentPayout(Payout Payout, IReadOnlyList<StoredCallback> Callbacks)
{
    public PayoutCursor Cursor => new(Payout.CreatedAt.ToUnixTimeMilliseconds(), Payout.Epoch, Payout.PaymentId);
}
