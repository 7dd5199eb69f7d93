namespace FreedomPaySandbox.Emulator.Payouts.Bank;

/// <summary>Kazakhstan's number of a person (IIN) or of an organisation (BIN): twelve digits, the last of them a check digit (M-1, M-10).</summary>
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
