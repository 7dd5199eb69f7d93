using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>A payout in the list.</summary>
internal sealed record PayoutRow
{
    public required string Address { get; init; }

    public required long Merchant { get; init; }

    public required long PaymentId { get; init; }

    public required string OrderId { get; init; }

    public required Moment CreatedAt { get; init; }

    public required Amount Amount { get; init; }

    public required string Currency { get; init; }

    /// <summary>The masked card or account; none while its recipient has typed none.</summary>
    public string? Recipient { get; init; }

    public required string Method { get; init; }

    public required PayoutStatus Status { get; init; }

    /// <summary>The code it failed with, once it has.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Where its callback is; none where it is not called back.</summary>
    public CallbackMark? Callback { get; init; }
}
