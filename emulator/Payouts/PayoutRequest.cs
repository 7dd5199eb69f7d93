using System.Text.RegularExpressions;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>A request for a payout to a card whose fields all have the documented form (section 3.1).</summary>
internal sealed partial record PayoutRequest
{
    public required string OrderId { get; init; }

    public required Amount Amount { get; init; }

    public required string AmountText { get; init; }

    public required string Card { get; init; }

    public required string Description { get; init; }

    public required string PostLink { get; init; }

    public string? UserId { get; init; }

    public string? Currency { get; init; }

    public string? IdempotencyKey { get; init; }

    /// <summary>Reads the fields, or says nothing when one is missing, repeated or malformed (E-7 names no field either).</summary>
    public static PayoutRequest? Of(Parameters fields)
    {
        if (Text(fields, Fields.OrderId, 50) is not { } orderId
            || Text(fields, Fields.Description, 255) is not { } description
            || Text(fields, Fields.PostLink, 255) is not { } postLink
            || Text(fields, Fields.Amount, 20) is not { } amountText
            || Text(fields, Fields.PaymentTo, CardNumber.MaxDigits) is not { } card
            || Text(fields, Fields.Salt, int.MaxValue) is null)
        {
            return null;
        }

        var request = new PayoutRequest
        {
            OrderId = orderId,
            Amount = Amount.TryParse(amountText, out var amount) ? amount : Amount.Zero,
            AmountText = amountText,
            Card = card,
            Description = description,
            PostLink = postLink,
            UserId = Given(fields[Fields.UserId]),
            Currency = Given(fields[Fields.Currency]),
            IdempotencyKey = Given(fields[Fields.IdempotencyKey]),
        };
        return request.IsWellFormed(fields) ? request : null;
    }

    /// <summary>Never with the card number, which belongs in no log.</summary>
    public override string ToString() => $"payout of {AmountText} under {OrderId}";

    private bool IsWellFormed(Parameters fields) =>
        Amount >= Amount.MinPayout && Amount <= Amount.MaxPayout
        && CardNumber.IsWellFormed(Card)
        && IsWebAddress(PostLink)
        && IsAbsentOr(fields, Fields.UserId, text => text.Length <= 50 && UserIdForm().IsMatch(text))
        && IsAbsentOr(fields, Fields.Currency, text => Currencies.Known.Contains(text, StringComparer.Ordinal))
        && IsAbsentOr(fields, Fields.IdempotencyKey, text => Length(text) <= 255)
        && IsAbsentOr(fields, Fields.CardName, _ => true)
        && !RevealsCard();

    // What is kept as sent must not carry the card number: it would be stored.
    private bool RevealsCard() =>
        OrderId.Contains(Card, StringComparison.Ordinal)
        || PostLink.Contains(Card, StringComparison.Ordinal)
        || UserId?.Contains(Card, StringComparison.Ordinal) == true
        || IdempotencyKey?.Contains(Card, StringComparison.Ordinal) == true;

    private static string? Text(Parameters fields, string name, int maxLength) =>
        fields.CountOf(name) == 1 && fields[name] is { Length: > 0 } text && Length(text) <= maxLength ? text : null;

    // An optional field that is sent empty is a field that was not given.
    private static bool IsAbsentOr(Parameters fields, string name, Predicate<string> form) =>
        fields.CountOf(name) switch
        {
            0 => true,
            1 => fields[name] is { } text && (text.Length == 0 || form(text)),
            _ => false,
        };

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // Characters as people count them, not UTF-16 units.
    private static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
            length++;
        return length;
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0;

    [GeneratedRegex("^[a-zA-Z0-9_-]+\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserIdForm();
}
