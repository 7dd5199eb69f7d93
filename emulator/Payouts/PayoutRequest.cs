using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>A request for a payout whose fields all have the documented form. The number it goes to is in it as a trace only.</summary>
internal sealed record PayoutRequest
{
    public required PayoutMethod Method { get; init; }

    public required string OrderId { get; init; }

    public required Amount Amount { get; init; }

    public required string AmountText { get; init; }

    public string? Description { get; init; }

    public string? PostLink { get; init; }

    public string? UserId { get; init; }

    public string? Currency { get; init; }

    public string? IdempotencyKey { get; init; }

    /// <summary>Of all fields, where there is a key.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>None when it is still to be typed, or when no card has the token.</summary>
    public RecipientTrace? Recipient { get; init; }

    /// <summary>The saved card's, where one is paid to.</summary>
    public string? CardToken { get; init; }

    /// <summary>When it is too late to pay.</summary>
    public DateTimeOffset? TimeLimit { get; init; }

    /// <summary>The trace it belongs to (W3C traceparent), if any.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The page that goes with it, if one does.</summary>
    public PageWish? Page { get; init; }

    /// <summary>
    /// Reads what all methods have in common, or says nothing when a field is missing, repeated or malformed (E-7 names none either).
    /// Description and post link are not asked for here: not all methods need them.
    /// </summary>
    public static PayoutRequest? Of(PayoutMethod method, Parameters fields, MerchantSecrets secrets)
    {
        var kept = new KeptAsSent(secrets, fields[Fields.PaymentTo]);
        if (FieldForm.Text(fields, Fields.OrderId, Payouts.OrderId.MaxLength) is not { } orderId
            || !kept.AllowsOrder(orderId)
            || FieldForm.Text(fields, Fields.Amount, 20) is not { } amountText
            || !Amount.TryParse(amountText, out var amount)
            || amount < Amount.MinPayout
            || amount > Amount.MaxPayout
            || FieldForm.Text(fields, Fields.Salt, int.MaxValue) is null
            || !OptionalFieldsAreWellFormed(fields, kept))
        {
            return null;
        }

        var key = FieldForm.Given(fields[Fields.IdempotencyKey]);
        return new PayoutRequest
        {
            Method = method,
            OrderId = orderId,
            Amount = amount,
            AmountText = amountText,
            Description = FieldForm.Given(fields[Fields.Description]) is { } description ? Redaction.Of(description, secrets, orderId) : null,
            PostLink = FieldForm.Link(fields[Fields.PostLink]),
            UserId = FieldForm.Given(fields[Fields.UserId]),
            Currency = FieldForm.Given(fields[Fields.Currency]),
            IdempotencyKey = key,
            Fingerprint = key is null ? null : RequestFingerprint.Of(fields, secrets),
        };
    }

    public override string ToString() => $"payout of {AmountText} under {OrderId}";

    private static bool OptionalFieldsAreWellFormed(Parameters fields, KeptAsSent kept) =>
        FieldForm.IsAbsentOr(fields, Fields.Description, text => FieldForm.IsAtMost(text, 255))
        && FieldForm.IsAbsentOr(fields, Fields.PostLink, text => FieldForm.IsAtMost(text, 255) && FieldForm.IsWebAddress(text) && kept.Allows(text))
        && FieldForm.IsAbsentOr(fields, Fields.UserId, text => FieldForm.IsUserId(text) && kept.Allows(text))
        && FieldForm.IsAbsentOr(fields, Fields.Currency, Currencies.Knows)
        && FieldForm.IsAbsentOr(fields, Fields.IdempotencyKey, text => FieldForm.IsAtMost(text, 255) && kept.Allows(text));
}
