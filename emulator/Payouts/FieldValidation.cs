using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>The forms that fields have (section 3.1).</summary>
internal static partial class FieldValidation
{
    private const int MaxUserId = 50;

    /// <summary>A field that is there once and not empty, of at most that many characters; else nothing.</summary>
    public static string? Text(Parameters fields, string name, int maxLength) =>
        fields.GetCount(name) == 1 && fields[name] is { Length: > 0 } text && TextLength.IsAtMost(text, maxLength) ? text : null;

    /// <summary>Whether a field is not given, or given once in its form. One that is sent empty is one that was not given.</summary>
    public static bool IsAbsentOr(Parameters fields, string name, Predicate<string> form) =>
        fields.GetCount(name) switch
        {
            0 => true,
            1 => fields[name] is { } text && (text.Length == 0 || form(text)),
            _ => false,
        };

    public static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>
    /// An address as it is called and as its script is signed (S-10): without the white space around it, which configuration files and
    /// header libraries leave behind.
    /// </summary>
    public static string? Link(string? text) => Given(text?.Trim());

    public static bool IsWebAddress(string text) => WebAddress.TryParse(Link(text)) is not null;

    public static bool IsUserId(string text) => text.Length is > 0 and <= MaxUserId && UserIdForm().IsMatch(text);

    [GeneratedRegex("^[a-zA-Z0-9_-]+\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserIdForm();
}

/// <summary>The currencies a payout may name (section 3.1).</summary>
internal static class Currencies
{
    private static readonly string[] s_list = ["KGS", "KZT", "UZS", "RUB", "USD", "EUR"];
    private static readonly FrozenSet<string> s_set = s_list.ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<string> Known => s_list;

    public static bool Knows(string text) => s_set.Contains(text);
}

/// <summary>Until when a payout may be made, as a merchant writes it: its own local time (M-7, M-8).</summary>
internal static class TimeLimit
{
    private const int Length = 19;

    public static DateTimeOffset? Read(Parameters fields, Merchant merchant) =>
        FieldValidation.Text(fields, Fields.OrderTimeLimit, Length) is { } text && WireDate.TryParseLocal(text, merchant.UtcOffset, out var limit)
            ? limit
            : null;
}
