using System.Text;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Text;
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
    public MaskedRecipient? Recipient { get; init; }

    /// <summary>The saved card's, where one is paid to.</summary>
    public string? CardToken { get; init; }

    /// <summary>When it is too late to pay.</summary>
    public DateTimeOffset? TimeLimit { get; init; }

    /// <summary>The trace it belongs to (W3C traceparent), if any.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The page that goes with it, if one does.</summary>
    public HostedPageOptions? Page { get; init; }

    /// <summary>
    /// Reads what all methods have in common, or says nothing when a field is missing, repeated or malformed (E-7 names none either).
    /// Description and post link are not asked for here: not all methods need them.
    /// </summary>
    public static PayoutRequest? Create(PayoutMethod method, Parameters fields, MerchantSecrets secrets)
    {
        var kept = new KeptAsSent(secrets, fields[Fields.PaymentTo]);
        if (FieldValidation.Text(fields, Fields.OrderId, Secrets.OrderId.MaxLength) is not { } orderId
            || !kept.AllowsOrder(orderId)
            || FieldValidation.Text(fields, Fields.Amount, 20) is not { } amountText
            || !Amount.TryParse(amountText, out var amount)
            || amount < Amount.MinPayout
            || amount > Amount.MaxPayout
            || FieldValidation.Text(fields, Fields.Salt, int.MaxValue) is null
            || !OptionalFieldsAreWellFormed(fields, kept))
        {
            return null;
        }

        var key = FieldValidation.Given(fields[Fields.IdempotencyKey]);
        return new PayoutRequest
        {
            Method = method,
            OrderId = orderId,
            Amount = amount,
            AmountText = amountText,
            Description = FieldValidation.Given(fields[Fields.Description]) is { } description ? Redaction.Apply(description, secrets, orderId) : null,
            PostLink = FieldValidation.Link(fields[Fields.PostLink]),
            UserId = FieldValidation.Given(fields[Fields.UserId]),
            Currency = FieldValidation.Given(fields[Fields.Currency]),
            IdempotencyKey = key,
            Fingerprint = key is null ? null : RequestFingerprint.Compute(fields, secrets),
        };
    }

    public override string ToString() => $"payout of {AmountText} under {OrderId}";

    private static bool OptionalFieldsAreWellFormed(Parameters fields, KeptAsSent kept) =>
        FieldValidation.IsAbsentOr(fields, Fields.Description, text => TextLength.IsAtMost(text, 255))
        && FieldValidation.IsAbsentOr(fields, Fields.PostLink, text => TextLength.IsAtMost(text, 255) && FieldValidation.IsWebAddress(text) && kept.Allows(text))
        && FieldValidation.IsAbsentOr(fields, Fields.UserId, text => FieldValidation.IsUserId(text) && kept.Allows(text))
        && FieldValidation.IsAbsentOr(fields, Fields.Currency, Currencies.Knows)
        && FieldValidation.IsAbsentOr(fields, Fields.IdempotencyKey, text => TextLength.IsAtMost(text, 255) && kept.Allows(text));
}

/// <summary>What a merchant asks of the page it sends a recipient to.</summary>
/// <param name="BackLink">Where the recipient goes from there; nowhere when there is nothing to do on it.</param>
/// <param name="Framed">Whether the merchant's own page may show it in a frame.</param>
internal sealed record HostedPageOptions(string? BackLink, bool Framed);

/// <summary>By which it is known whether two requests under one idempotency key ask for the same (E-10).</summary>
internal static class RequestFingerprint
{
    public static string Compute(Parameters fields, MerchantSecrets secrets)
    {
        var text = new StringBuilder();
        Append(text, fields, top: true);
        return KeyedHash.Compute(text.ToString(), secrets);
    }

    // Salt and signature differ in an honest repetition. Written with lengths, so that no two requests look alike.
    private static void Append(StringBuilder text, Parameters fields, bool top)
    {
        foreach (var field in fields.OrderBy(field => field.Name, FieldOrder.Instance))
        {
            if (top && field.Name is Fields.Salt or Fields.Signature)
                continue;
            text.Append(field.Name.Length).Append(':').Append(field.Name);
            text.Append(field.Value.Length).Append(':').Append(field.Value);
            if (field.Children is not { } children)
                continue;
            text.Append('(');
            Append(text, children, top: false);
            text.Append(')');
        }
    }
}
