using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Secrets;

/// <summary>
/// The beginnings and lengths of card numbers by which they are told from other long numbers, of which one in ten passes the check of card numbers. The
/// schemes and the national ones of Central Asia, as they publish them.
/// </summary>
internal static class CardRanges
{
    private const int BeginningLength = 4;

    private static readonly Range[] s_known =
    [
        new(4000, 4999, 16, 16), // Visa
        new(5100, 5599, 16, 16), // Mastercard
        new(2221, 2720, 16, 16),
        new(3400, 3499, 15, 15), // American Express
        new(3700, 3799, 15, 15),
        new(3000, 3059, 14, 14), // Diners Club
        new(3600, 3699, 14, 14),
        new(3800, 3999, 14, 14),
        new(3528, 3589, 16, 16), // JCB
        new(6011, 6011, 16, 16), // Discover
        new(6440, 6599, 16, 16),
        new(6200, 6299, 16, 19), // UnionPay
        new(8100, 8199, 16, 19),
        new(2200, 2204, 16, 19), // Mir
        new(9417, 9417, 16, 16), // Elcart
        new(8600, 8600, 16, 16), // Uzcard
        new(5614, 5614, 16, 16),
        new(9860, 9860, 16, 16), // Humo
        new(9792, 9792, 16, 16), // Troy
    ];

    /// <summary>Whether digits are as many, and begin, as those of a card do.</summary>
    /// <param name="digits">13 to 20 digits.</param>
    /// <param name="isSetApart">Whether they stand by themselves. Between other digits only what the well-known schemes issue counts.</param>
    public static bool Hold(ReadOnlySpan<char> digits, bool isSetApart)
    {
        // By themselves all that banks issue (ISO/IEC 7812: 3 to 6), older and unusual lengths too.
        if (isSetApart && digits.Length < CardNumber.MaxDigits && digits[0] is >= '3' and <= '6')
            return true;
        var beginning = int.Parse(digits[..BeginningLength], NumberStyles.None, CultureInfo.InvariantCulture);
        foreach (var range in s_known)
        {
            if (beginning >= range.First && beginning <= range.Last && digits.Length >= range.Shortest && digits.Length <= range.Longest)
                return true;
        }

        return false;
    }

    private readonly record struct Range(int First, int Last, int Shortest, int Longest);
}
