using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>
/// A payout that was made or that failed: facts that never change once stored, but for a recipient who types a card. How far it is
/// depends on the time one asks, so no timer can lose a transition and a restart has nothing to repair.
/// </summary>
internal sealed record Payout
{
    public required long MerchantId { get; init; }

    /// <summary>Of the merchant, when it was made.</summary>
    public required long Epoch { get; init; }

    public required long PaymentId { get; init; }

    public required PayoutMethod Method { get; init; }

    public required string OrderId { get; init; }

    public required Amount Amount { get; init; }

    /// <summary>The amount as it was sent: answers echo it.</summary>
    public required string AmountText { get; init; }

    public required Amount Commission { get; init; }

    /// <summary>The merchant's payout balance right after this payout.</summary>
    public required Amount BalanceAfter { get; init; }

    public required string Currency { get; init; }

    public string? Description { get; init; }

    public string? UserId { get; init; }

    /// <summary>What remains of the card's or the account's number; none while it is still to be typed.</summary>
    public MaskedRecipient? Recipient { get; init; }

    /// <summary>Of the saved card.</summary>
    public string? CardToken { get; init; }

    /// <summary>Where it is called back, if anywhere.</summary>
    public string? PostLink { get; init; }

    public required string Reference { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// When the outcome is final: at once, or later for one in process. While the recipient has typed nothing, when it is too late to.
    /// </summary>
    public required DateTimeOffset SettlesAt { get; init; }

    /// <summary>Whether it was in process at first, once its recipient was known.</summary>
    public bool WasInProcess { get; init; }

    /// <summary>The code it fails with, or none when it succeeds.</summary>
    public int? ErrorCode { get; init; }

    public string? IdempotencyKey { get; init; }

    /// <summary>Tells whether a repeated idempotency key came with the same fields.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>What its callbacks go on from (W3C traceparent), where its call came with a trace.</summary>
    public string? TraceParent { get; init; }

    public Amount ToPay => Amount + Commission;

    /// <summary>Whether the recipient types the number on a page.</summary>
    public bool HasForm => Method is PayoutMethod.ByPage or PayoutMethod.CardSaving;

    /// <summary>Whether its answer says where to send the recipient, be there anything to do or not (M-10).</summary>
    public bool HasPage => HasForm || Method == PayoutMethod.OlderToIban;

    /// <summary>Whether the recipient has typed nothing yet.</summary>
    public bool Waits => HasForm && Recipient is null;

    /// <summary>The masked card number; none for an account, and while none is typed.</summary>
    public string? CardMask => Method is PayoutMethod.ToIban or PayoutMethod.OlderToIban ? null : Recipient?.Mask;

    /// <summary>Whether the money left the balance: on success, and while in process.</summary>
    public bool Debited => !Waits && (ErrorCode is null || WasInProcess);

    /// <summary>Whether the money comes back when the payout settles.</summary>
    public bool ComesBack => Debited && ErrorCode is not null;

    public PayoutStatus StatusAt(DateTimeOffset now) =>
        now < SettlesAt ? PayoutStatus.Process
        : ErrorCode is null ? PayoutStatus.Ok
        : PayoutStatus.Error;
}

/// <summary>How far a payout is.</summary>
internal enum PayoutStatus
{
    Process,
    Ok,
    Error,
}

/// <summary>How a payout is asked for. Kept by its number, so none changes.</summary>
internal enum PayoutMethod
{
    /// <summary>To a card whose number the merchant sends (section 3).</summary>
    ToCard = 0,

    /// <summary>To an IBAN (M-1).</summary>
    ToIban = 1,

    /// <summary>To an IBAN, as the official SDK asks for it (M-10).</summary>
    OlderToIban = 2,

    /// <summary>To a saved card, by its token (M-7).</summary>
    ToToken = 3,

    /// <summary>To a card that the recipient types on a page (M-8).</summary>
    ByPage = 4,

    /// <summary>
    /// No payout: a card that the recipient types to be paid to later (M-9). Only its callback and its page are like a payout's.
    /// </summary>
    CardSaving = 5,
}
