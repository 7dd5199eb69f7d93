namespace FreedomPaySandbox.Emulator.Payouts.Bank;

/// <summary>Where a payout to an account goes (M-1, M-10): the account, whose it is, and the bank that holds it.</summary>
internal sealed record BankDetails(Iban Iban, Iin Iin, Bik Bik)
{
    /// <summary>The first detail that has its form and yet cannot be a real one; none when all may be.</summary>
    public BankDetail? Unreal =>
        !Iban.HasValidCheckDigits ? BankDetail.Iban
        : !Iin.HasValidCheckDigit ? BankDetail.Iin
        : !Bik.HasValidShape ? BankDetail.Bik
        : null;

    /// <summary>Reads the details as sent, or says nothing when one of them has not its form.</summary>
    /// <param name="iban">As sent.</param>
    /// <param name="iin">As sent.</param>
    /// <param name="bik">As sent.</param>
    /// <param name="strict">Whether they must be such as can be real. The vendor's own example is not.</param>
    public static BankDetails? TryParse(string? iban, string? iin, string? bik, bool strict)
    {
        if (Iban.TryParse(iban) is not { } account || Iin.TryParse(iin) is not { } owner || Bik.TryParse(bik) is not { } bank)
            return null;
        var details = new BankDetails(account, owner, bank);
        return strict && details.Unreal is not null ? null : details;
    }
}

/// <summary>The characters that bank details are made of: ASCII digits and upper-case letters.</summary>
internal static class BankCharacters
{
    public static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    public static bool AreLetters(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('A', 'Z');

    public static bool AreLettersOrDigits(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character) && !char.IsAsciiLetterUpper(character))
                return false;
        }

        return true;
    }
}

/// <summary>One of the details by which a bank finds the recipient.</summary>
internal enum BankDetail
{
    Iban,
    Iin,
    Bik,
}

/// <summary>The two codes that a transfer in Kazakhstan bears (M-1): who receives it, and what for.</summary>
internal static class TransferCodes
{
    /// <summary>KBE, two digits: resident or not, and the sector of the economy, such as <c>19</c>.</summary>
    public static bool IsKbe(string? text) => text is { Length: 2 } && BankCharacters.AreDigits(text);

    /// <summary>KNP, three digits: the purpose of the payment, such as <c>119</c>.</summary>
    public static bool IsKnp(string? text) => text is { Length: 3 } && BankCharacters.AreDigits(text);
}
