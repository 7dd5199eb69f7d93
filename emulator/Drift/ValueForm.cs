using System.Globalization;
using System.Text.RegularExpressions;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Drift;

/// <summary>What kind of value stands in a field, where the value itself differs from call to call.</summary>
internal static partial class ValueForm
{
    /// <summary>Fields whose very words are the protocol.</summary>
    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal)
    {
        Fields.Status, Fields.PaymentStatus, Fields.TransactionStatus, Fields.ErrorCode, Fields.ErrorDescription, Fields.FailureCode,
        Fields.FailureDescription, Fields.CanReject, Fields.TestingMode, Fields.Captured,
    };

    /// <summary>The value where it is one of the protocol's words; else its form.</summary>
    public static string Recognize(string name, string value)
    {
        if (s_words.Contains(name))
            return value;
        if (WireDate.TryParseIso(value, out _))
            return "a date in ISO form";
        if (WireDate.TryParseLocal(value, TimeSpan.Zero, out _))
            return "a date in local form";
        if (Mask().IsMatch(value))
            return "a masked card number";
        if (Guid.TryParseExact(value, "D", out _))
            return "a UUID";
        if (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal))
            return "an address";
        return name is Fields.Balance or Fields.PaymentAmount or Fields.ToPay or Fields.Amount or Fields.NetAmount ? AmountForm(value)
            : value.Length > 0 && value.All(char.IsAsciiDigit) ? "a number"
            : value.Length == 0 ? "nothing"
            : "a text";
    }

    private static string AmountForm(string value)
    {
        if (!decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            return "no amount";
        var point = value.IndexOf('.', StringComparison.Ordinal);
        return value.Length - point - 1 == 2 && point >= 0 ? "an amount with two decimals" : "an amount without trailing zeros";
    }

    [GeneratedRegex("^[0-9]{6}-XX-XXXX-[0-9]{4}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mask();
}
