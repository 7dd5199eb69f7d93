using System.Diagnostics.CodeAnalysis;
using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Registry;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>The states that a call is about: one merchant's, or all.</summary>
/// <param name="States">In the order of the merchants' ids.</param>
/// <param name="Changes">Notified when anything of them changes.</param>
/// <param name="IsOne">Whether it is about one merchant by name.</param>
internal sealed record MerchantScope(IReadOnlyList<MerchantState> States, ChangeSignal Changes, bool IsOne)
{
    /// <param name="merchants">All there are.</param>
    /// <param name="merchant">The merchant's id, or nothing for all.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="problem">Why there is none.</param>
    public static bool TryFind(
        MerchantRegistry merchants,
        string? merchant,
        [NotNullWhen(true)] out MerchantScope? scope,
        [NotNullWhen(false)] out AdminProblem? problem)
    {
        (scope, problem) = (null, null);
        if (merchant is null)
            scope = new MerchantScope([.. merchants.All], merchants.Changes, IsOne: false);
        else if (merchants.Find(merchant) is { } state)
            scope = new MerchantScope([state], state.Changes, IsOne: true);
        else
            problem = NoMerchant(merchant);
        return problem is null;
    }

    public static AdminProblem NoMerchant(string merchant) => AdminProblem.NotFound(
        $"There is no merchant {Shown(merchant)}.", $"GET {AdminPath.Root}/merchants lists them; POST there makes one.");

    // What somebody sent in the place of a number may be anything.
    private static string Shown(string merchant) => merchant.Length is > 0 and <= 19 && merchant.All(char.IsAsciiDigit) ? merchant : "of that id";
}
