using System.Diagnostics.CodeAnalysis;
using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>The accounts that a call is about: one merchant's, or all.</summary>
/// <param name="Accounts">In the order of the merchants' ids.</param>
/// <param name="Pulse">Beats when anything of them changes.</param>
/// <param name="IsOne">Whether it is about one merchant by name.</param>
internal sealed record AdminScope(IReadOnlyList<Account> Accounts, Pulse Pulse, bool IsOne)
{
    /// <param name="merchants">All there are.</param>
    /// <param name="merchant">The merchant's id, or nothing for all.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="problem">Why there is none.</param>
    public static bool TryOf(
        MerchantBook merchants,
        string? merchant,
        [NotNullWhen(true)] out AdminScope? scope,
        [NotNullWhen(false)] out AdminProblem? problem)
    {
        (scope, problem) = (null, null);
        if (merchant is null)
            scope = new AdminScope([.. merchants.All], merchants.Pulse, IsOne: false);
        else if (merchants.Find(merchant) is { } account)
            scope = new AdminScope([account], account.Pulse, IsOne: true);
        else
            problem = NoMerchant(merchant);
        return problem is null;
    }

    public static AdminProblem NoMerchant(string merchant) => AdminProblem.NotFound(
        $"There is no merchant {Shown(merchant)}.", $"GET {AdminGate.Root}/merchants lists them; POST there makes one.");

    // What somebody sent in the place of a number may be anything.
    private static string Shown(string merchant) => merchant.Length is > 0 and <= 19 && merchant.All(char.IsAsciiDigit) ? merchant : "of that id";
}
