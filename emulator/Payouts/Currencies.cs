namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>The currencies a payout may name (section 3.1).</summary>
internal static class Currencies
{
    public static IReadOnlyList<string> Known { get; } = ["KGS", "KZT", "UZS", "RUB", "USD", "EUR"];
}
