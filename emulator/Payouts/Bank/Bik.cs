namespace FreedomPaySandbox.Emulator.Payouts.Bank;

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
