using System.Globalization;
using System.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Web.Pages;

/// <summary>What a person typed or pasted as a card number: the digits, or what is wrong with it.</summary>
internal readonly record struct TypedCard
{
    private TypedCard(string? number, TypedCardProblem? problem) => (Number, Problem) = (number, problem);

    /// <summary>The digits; null when there is a problem.</summary>
    public string? Number { get; }

    public TypedCardProblem? Problem { get; }

    /// <summary>Reads as people write: in groups, with spaces or dashes of any kind, and whatever invisible is pasted along.</summary>
    public static TypedCard Read(string? typed)
    {
        var digits = new StringBuilder(CardNumber.MaxDigits);
        var count = 0;
        foreach (var character in typed ?? "")
        {
            if (IsSeparator(character))
                continue;
            if (!char.IsAsciiDigit(character))
                return new(number: null, TypedCardProblem.NotDigits);
            if (++count <= CardNumber.MaxDigits)
                digits.Append(character);
        }

        return count switch
        {
            0 when string.IsNullOrWhiteSpace(typed) => new(number: null, TypedCardProblem.Empty),
            0 => new(number: null, TypedCardProblem.NotDigits),
            < CardNumber.MinDigits or > CardNumber.MaxDigits => new(number: null, TypedCardProblem.Length),
            _ => Checked(digits.ToString()),
        };
    }

    private static TypedCard Checked(string digits) => CardNumber.PassesLuhn(digits)
        ? new(digits, problem: null)
        : new(number: null, TypedCardProblem.CheckDigit);

    private static bool IsSeparator(char character) => char.IsWhiteSpace(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format
        || character == '\u2212';

    /// <summary>The number only by its mask.</summary>
    public override string ToString() => Number is { } number ? CardNumber.Mask(number) : $"{Problem}";
}

/// <summary>What is wrong with what was typed as a card number.</summary>
internal enum TypedCardProblem
{
    Empty,

    NotDigits,

    /// <summary>Fewer than 13 digits or more than 20.</summary>
    Length,

    /// <summary>The last digit is not the check digit of the others: mistyped.</summary>
    CheckDigit,
}
