using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>Holds a payout to the documented forms (section 3.1) before it is sent, so that a slip costs no call.</summary>
internal static class CardPayoutCheck
{
    private const int MaxOrderId = 50;
    private const int MaxUserId = 50;
    private const int MaxText = 255;

    private static readonly string[] s_currencies = ["KGS", "KZT", "UZS", "RUB", "USD", "EUR"];

    /// <exception cref="ArgumentException">All that is wrong, without any value: a card number may be anywhere.</exception>
    public static void Require(CardPayout payout)
    {
        string[] problems = [.. Problems(payout)];
        if (problems.Length > 0)
            throw new ArgumentException($"The payout cannot be sent. {string.Join(' ', problems)}", nameof(payout));
    }

    /// <exception cref="ArgumentException">It is none.</exception>
    public static void RequireOrderId(string orderId)
    {
        if (!HasLength(orderId, MaxOrderId))
            throw new ArgumentException($"An order id has 1 to {MaxOrderId} characters.", nameof(orderId));
    }

    private static IEnumerable<string> Problems(CardPayout payout)
    {
        if (!HasLength(payout.OrderId, MaxOrderId))
            yield return $"OrderId: 1 to {MaxOrderId} characters are expected.";
        if (payout.Amount < Amount.MinPayout || payout.Amount > Amount.MaxPayout)
            yield return $"Amount: {Amount.MinPayout} to {Amount.MaxPayout} is expected.";
        if (!CardNumber.IsWellFormed(payout.Card))
            yield return $"Card: {CardNumber.MinDigits} to {CardNumber.MaxDigits} digits without spaces are expected.";
        if (!HasLength(payout.Description, MaxText))
            yield return $"Description: 1 to {MaxText} characters are expected.";
        if (!HasLength(payout.PostLink, MaxText) || !IsWebAddress(payout.PostLink))
            yield return $"PostLink: an absolute http or https address of at most {MaxText} characters is expected.";
        if (payout.UserId is { } user && (!HasLength(user, MaxUserId) || !user.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')))
            yield return $"UserId: at most {MaxUserId} Latin letters, digits, _ and - are expected, or null.";
        if (payout.CardName is { } name && !XmlText.IsWritable(name))
            yield return "CardName: text without control characters is expected, or null.";
        if (payout.Currency is { } currency && !s_currencies.Contains(currency, StringComparer.Ordinal))
            yield return $"Currency: {string.Join(", ", s_currencies)} or null is expected.";
        if (payout.IdempotencyKey is { } key && !HasLength(key, MaxText))
            yield return $"IdempotencyKey: 1 to {MaxText} characters are expected, or null.";
        if (CardNumber.IsWellFormed(payout.Card) && Revealing(payout).Any(text => text?.Contains(payout.Card, StringComparison.Ordinal) == true))
            yield return "OrderId, Description, PostLink, UserId and IdempotencyKey: they must not contain the card number.";
    }

    // These are stored, shown and logged on both sides.
    private static string?[] Revealing(CardPayout payout) =>
        [payout.OrderId, payout.Description, payout.PostLink, payout.UserId, payout.IdempotencyKey];

    private static bool HasLength(string? text, int most) =>
        text is { Length: > 0 } && text.EnumerateRunes().Count() <= most && XmlText.IsWritable(text);

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0;
}
