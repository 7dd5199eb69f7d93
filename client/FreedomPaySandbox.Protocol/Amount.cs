using System.Globalization;

namespace FreedomPaySandbox.Protocol;

/// <summary>An exact amount of money, kept as whole hundredths of the currency unit (tyiyn, tiyn, cents).</summary>
/// <param name="Minor">Hundredths of the currency unit; negative for a debit.</param>
public readonly record struct Amount(long Minor) : IComparable<Amount>
{
    private const int MaxUnitDigits = 15;

    /// <summary>Nothing.</summary>
    public static Amount Zero => default;

    /// <summary>The smallest payout: 0.01.</summary>
    public static Amount MinPayout => new(1);

    /// <summary>The largest payout: 99 999 999.00.</summary>
    public static Amount MaxPayout => FromUnits(99_999_999);

    /// <summary>An amount of whole currency units.</summary>
    /// <param name="units">Currency units.</param>
    public static Amount FromUnits(long units) => new(checked(units * 100));

    /// <summary>Reads an amount as the gateway does: digits, then at most one point and one or two decimals (T-11).</summary>
    /// <param name="text">Such as <c>100</c>, <c>100.5</c> or <c>100.50</c>; no sign, no exponent, no separator, no spaces.</param>
    /// <param name="amount">The amount, when the text is one.</param>
    /// <returns><see langword="false"/> when the text is anything else.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Amount amount)
    {
        amount = default;
        var point = text.IndexOf('.');
        var units = point < 0 ? text : text[..point];
        var fraction = point < 0 ? default : text[(point + 1)..];
        if (units.Length is 0 or > MaxUnitDigits || units.ContainsAnyExceptInRange('0', '9'))
            return false;
        if (point >= 0 && (fraction.Length is 0 or > 2 || fraction.ContainsAnyExceptInRange('0', '9')))
            return false;

        var minor = long.Parse(units, CultureInfo.InvariantCulture) * 100;
        if (fraction.Length > 0)
            minor += (fraction[0] - '0') * 10;
        if (fraction.Length > 1)
            minor += fraction[1] - '0';
        amount = new Amount(minor);
        return true;
    }

    /// <summary>The sum.</summary>
    public static Amount operator +(Amount left, Amount right) => new(checked(left.Minor + right.Minor));

    /// <summary>The difference.</summary>
    public static Amount operator -(Amount left, Amount right) => new(checked(left.Minor - right.Minor));

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Amount left, Amount right) => left.Minor < right.Minor;

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Amount left, Amount right) => left.Minor > right.Minor;

    /// <summary>Whether the left amount is smaller or equal.</summary>
    public static bool operator <=(Amount left, Amount right) => left.Minor <= right.Minor;

    /// <summary>Whether the left amount is larger or equal.</summary>
    public static bool operator >=(Amount left, Amount right) => left.Minor >= right.Minor;

    /// <summary>A share of this amount, rounded half up to a hundredth.</summary>
    /// <param name="percent">The share, per cent.</param>
    public Amount Percent(decimal percent) =>
        new((long)decimal.Round(Minor * percent / 100m, 0, MidpointRounding.AwayFromZero));

    /// <inheritdoc/>
    public int CompareTo(Amount other) => Minor.CompareTo(other.Minor);

    /// <summary>Currency units with exactly two decimals: <c>1000.00</c>.</summary>
    public string ToFixed() => Write(decimals: 2);

    /// <summary>Currency units without trailing zeros: <c>500000</c>, <c>499999.5</c>.</summary>
    public override string ToString() => Write(Minor % 100 == 0 ? 0 : Minor % 10 == 0 ? 1 : 2);

    private string Write(int decimals)
    {
        var units = Math.Abs(Minor / 100);
        var rest = Math.Abs(Minor % 100);
        var sign = Minor < 0 ? "-" : "";
        return decimals switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"{sign}{units}"),
            1 => string.Create(CultureInfo.InvariantCulture, $"{sign}{units}.{rest / 10}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{sign}{units}.{rest:00}"),
        };
    }
}
