namespace FreedomPaySandbox.Emulator.Payouts.Bank;

/// <summary>The two codes that a transfer in Kazakhstan bears (M-1): who receives it, and what for.</summary>
internal static class TransferCodes
{
    /// <summary>KBE, two digits: resident or not, and the sector of the economy, such as <c>19</c>.</summary>
    public static bool IsKbe(string? text) => text is { Length: 2 } && BankCharacters.AreDigits(text);

    /// <summary>KNP, three digits: the purpose of the payment, such as <c>119</c>.</summary>
    public static bool IsKnp(string? text) => text is { Length: 3 } && BankCharacters.AreDigits(text);
}
