namespace FreedomPaySandbox.Emulator.Payouts.Bank;

/// <summary>The number of an account, in the form a payout carries it (M-1): upper case, without spaces.</summary>
internal sealed record Iban
{
    private const int FewestCharacters = 15;
    private const int MostCharacters = 34;
    private const int CharactersShown = 4;
    private const string Kazakhstan = "KZ";
    private const int CharactersInKazakhstan = 20;

    private Iban(string text) => Text = text;

    /// <summary>The whole number. It says whose account it is, so it goes where it must and into no log.</summary>
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
