namespace FreedomPaySandbox.Protocol;

/// <summary>What may be known of a card number without keeping it: its form, its check digit, its mask.</summary>
public static class CardNumber
{
    /// <summary>Fewest digits of a card number.</summary>
    public const int MinDigits = 13;

    /// <summary>Most digits of a card number.</summary>
    public const int MaxDigits = 20;

    /// <summary>Whether the text has the form of a card number: 13 to 20 digits and nothing else.</summary>
    /// <param name="text">The text, as sent.</param>
    public static bool IsWellFormed(ReadOnlySpan<char> text) =>
        text.Length is >= MinDigits and <= MaxDigits && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether the last digit is the Luhn check digit of the others.</summary>
    /// <param name="digits">Digits only.</param>
    public static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1)
                digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    /// <summary>The first six and the last four digits, as callbacks carry them (N-3): <c>440564-XX-XXXX-6150</c>.</summary>
    /// <param name="digits">A well-formed card number.</param>
    /// <exception cref="ArgumentException">The text is not a card number; the message does not repeat it.</exception>
    public static string Mask(ReadOnlySpan<char> digits) => IsWellFormed(digits)
        ? $"{digits[..6]}-XX-XXXX-{digits[^4..]}"
        : throw new ArgumentException("Not a card number: 13 to 20 digits are expected.", nameof(digits));
}
