using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>
/// The documented forms that the orders of all operations share (section 3.1), and what is said of a field that has another.
/// </summary>
internal static class FieldForms
{
    public const int MaxText = 255;

    private const int MaxOrderId = 50;
    private const int MaxUserId = 50;

    // The gateway's calendar has no other years for a time limit, and the ends of ours have no local time.
    private const int FirstYear = 2000;
    private const int LastYear = 9998;

    private static readonly string[] s_currencies = ["KGS", "KZT", "UZS", "RUB", "USD", "EUR"];

    /// <exception cref="ArgumentException">All that is wrong, without any value: a card number may be anywhere.</exception>
    public static void Require(IEnumerable<string> problems, string what, string parameter)
    {
        string[] all = [.. problems];
        if (all.Length > 0)
            throw new ArgumentException($"The {what} cannot be sent. {string.Join(' ', all)}", parameter);
    }

    /// <exception cref="ArgumentException">It is none.</exception>
    public static void RequireOrderId(string orderId)
    {
        if (!HasLength(orderId, MaxOrderId))
            throw new ArgumentException($"An order id has 1 to {MaxOrderId} characters.", nameof(orderId));
    }

    /// <exception cref="ArgumentException">It is none.</exception>
    public static void RequireCurrency(string? currency)
    {
        if (currency is not null && !IsCurrency(currency))
            throw new ArgumentException($"A currency is one of {string.Join(", ", s_currencies)}, or null.", nameof(currency));
    }

    public static IEnumerable<string> OrderId(string text) =>
        When(!HasLength(text, MaxOrderId), $"OrderId: 1 to {MaxOrderId} characters are expected.");

    public static IEnumerable<string> Amount(Amount amount) => When(
        amount < Protocol.Amount.MinPayout || amount > Protocol.Amount.MaxPayout,
        $"Amount: {Protocol.Amount.MinPayout} to {Protocol.Amount.MaxPayout} is expected.");

    public static IEnumerable<string> Text(string member, string text) =>
        When(!HasLength(text, MaxText), $"{member}: 1 to {MaxText} characters are expected.");

    public static IEnumerable<string> OptionalText(string member, string? text) =>
        When(text is not null && !HasLength(text, MaxText), $"{member}: 1 to {MaxText} characters are expected, or null.");

    public static IEnumerable<string> Link(string member, string text) => When(
        !HasLength(text, MaxText) || !IsWebAddress(text),
        $"{member}: an absolute http or https address of at most {MaxText} characters is expected.");

    public static IEnumerable<string> UserId(string text) =>
        When(!IsUserId(text), $"UserId: 1 to {MaxUserId} Latin letters, digits, _ and - are expected.");

    public static IEnumerable<string> OptionalUserId(string? text) =>
        When(text is not null && !IsUserId(text), $"UserId: at most {MaxUserId} Latin letters, digits, _ and - are expected, or null.");

    public static IEnumerable<string> OptionalCurrency(string? text) =>
        When(text is not null && !IsCurrency(text), $"Currency: {string.Join(", ", s_currencies)} or null is expected.");

    public static IEnumerable<string> TimeLimit(DateTimeOffset limit) => When(
        limit.UtcDateTime.Year is < FirstYear or > LastYear, $"TimeLimit: a moment from the year {FirstYear} to {LastYear} is expected.");

    public static IEnumerable<string> When(bool wrong, string problem) => wrong ? [problem] : [];

    public static bool HasLength(string? text, int most) =>
        text is { Length: > 0 } && text.EnumerateRunes().Count() <= most && XmlText.IsWritable(text);

    private static bool IsCurrency(string text) => s_currencies.Contains(text, StringComparer.Ordinal);

    private static bool IsUserId(string text) => HasLength(text, MaxUserId) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0;
}
