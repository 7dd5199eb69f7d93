using System.Collections.Frozen;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>The currencies a payout may name (section 3.1).</summary>
internal static class Currencies
{
    private static readonly string[] s_list = ["KGS", "KZT", "UZS", "RUB", "USD", "EUR"];
    private static readonly FrozenSet<string> s_set = s_list.ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<string> Known => s_list;

    public static bool Knows(string text) => s_set.Contains(text);
}
