using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Decisions;

/// <summary>What becomes of a request for a payout.</summary>
internal abstract record PayoutDecision
{
    private PayoutDecision()
    {
    }

    /// <summary>Turned down; nothing is kept.</summary>
    internal sealed record Refused(Refusal Refusal) : PayoutDecision;

    /// <summary>The merchant was emptied while the call was under way; nothing is kept.</summary>
    internal sealed record Overtaken : PayoutDecision;

    /// <summary>Asked before under the same idempotency key; the first answer is given again (E-10).</summary>
    internal sealed record Repeated(Payout First) : PayoutDecision;

    /// <summary>Made or failed; kept either way, and called back unless the merchant wants no failures called back (N-8).</summary>
    internal sealed record Made(Payout Payout, IReadOnlyList<PendingCallback> Callbacks) : PayoutDecision
    {
        /// <summary>Where callbacks of other payouts are due now that waited for one of these.</summary>
        public IReadOnlyList<QueueDue> Released { get; init; } = [];
    }
}

/// <summary>What a payout's decision needs to know of its merchant's past, read in the transaction that will write the payout.</summary>
/// <param name="Epoch">The epoch it will be written to.</param>
/// <param name="Balance">The payout balance now.</param>
/// <param name="Number">How many payouts the merchant has made.</param>
/// <param name="OrderIsUsed">Whether the order id was used before.</param>
/// <param name="SameKey">The payout made under the same idempotency key, if any.</param>
internal readonly record struct PayoutContext(long Epoch, Amount Balance, long Number, bool OrderIsUsed, Payout? SameKey);
