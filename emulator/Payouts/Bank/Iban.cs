namespace FreedomPaySandbox.Emulator.Payouts.Bank;

/// <summary>The number of a merchant, in the form a payout carries it (M-1): upper case, without spaces.</summary>
internal sealed record Iban
{
    private const int FewestCharacters = 15;
    private const int MostCharacters = 34;
    private const int CharactersShown = 4;
    private const string Kazakhstan = "KZ";
    private const int CharactersInKazakhstan = 20;

    private Iban(string text) => Text = text;

    /// <summary>The whole number. It says whose state it is, so it goes where it must and into no log.</summary>
    public string Text { get; }

    public string Country => Text[..2];

    /// <summary>The last characters, in a text as long as the number.</summary>
    public string Mask => new string('X', Text.Length - CharactersShown) + Text[^CharactersShown..];

    /// <summary>Whether the two check digits follow from the rest (ISO 13616). A Kazakh number has its one length besides.</summary>
    public bool HasValidCheckDigits =>
        int.Parse(Text.AsSpan(2, 2), System.Globalization.CultureInfo.InvariantCulture) is >= 2 and <= 98
        && Remainder() == 1
        && (!string.Equals(Country, Kazakhstan, StringComparison.Ordinal) || Text.Length == CharactersInKazakhstan);

    /// <summary>Reads two letters, two digits, and 11 to 30 letters and digits; nothing where the text is something else.</summary>
    public static Iban? TryParse(string? text) => text is not null && IsWellFormed(text) ? new Iban(text) : null;

    /// <summary>Only the mask.</summary>
    public override string ToString() => Mask;

    private static bool IsWellFormed(ReadOnlySpan<char> text) =>
        text.Length is >= FewestCharacters and <= MostCharacters
        && BankCharacters.AreLetters(text[..2])
        && BankCharacters.AreDigits(text[2..4])
        && BankCharacters.AreLettersOrDigits(text[4..]);

    // Country and check digits last, letters as 10 to 35, all of it one number, by 97.
    private int Remainder()
    {
        var remainder = 0;
        foreach (var character in Text[4..] + Text[..4])
        {
            var value = char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10;
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
        }

        return remainder;
    }
}

/// <summary>The code of a bank, in the form a payout carries it (M-1): BIK, or BIC by its other name.</summary>
internal sealed record Bik
{
    private Bik(string text) => Text = text;

    public string Text { get; }

    /// <summary>
    /// Whether it has the shape of ISO 9362: four letters for the bank, two for the country, two letters or digits for the place, and
    /// three for a branch or none. The vendor's own example, <c>KZZSAE</c>, has not.
    /// </summary>
    public bool HasValidShape => Text.Length >= 8 && BankCharacters.AreLetters(Text.AsSpan(0, 6));

    /// <summary>Reads 6, 8 or 11 letters and digits; nothing where the text is something else.</summary>
    public static Bik? TryParse(string? text) => text is { Length: 6 or 8 or 11 } && BankCharacters.AreLettersOrDigits(text) ? new Bik(text) : null;

    public override string ToString() => Text;
}

/// <summary>
/// Kazakhstan's number of a person (IIN) or of an organisation (BIN): twelve digits, the last of them a check digit (M-1, M-10).
/// </summary>
internal sealed record Iin
{
    private const int Digits = 12;
    private const int DigitsShown = 4;

    private static readonly int[] s_weights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    private static readonly int[] s_otherWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

    private Iin(string text) => Text = text;

    /// <summary>The whole number. A person's begins with the date of birth: it belongs into no log.</summary>
    public string Text { get; }

    /// <summary>The last digits, in a text as long as the number.</summary>
    public string Mask => new string('X', Digits - DigitsShown) + Text[^DigitsShown..];

    /// <summary>Whether the last digit follows from the others. Where none can, no such number is given out.</summary>
    public bool HasValidCheckDigit => CheckDigit() is { } digit && digit == Text[^1] - '0';

    /// <summary>Reads twelve digits; nothing where the text is something else.</summary>
    public static Iin? TryParse(string? text) => text is { Length: Digits } && BankCharacters.AreDigits(text) ? new Iin(text) : null;

    /// <summary>Only the mask.</summary>
    public override string ToString() => Mask;

    private int? CheckDigit()
    {
        if (RemainderBy(s_weights) is < 10 and var digit)
            return digit;
        return RemainderBy(s_otherWeights) is < 10 and var other ? other : null;
    }

    private int RemainderBy(int[] weights) => weights.Select((weight, i) => weight * (Text[i] - '0')).Sum() % 11;
}
