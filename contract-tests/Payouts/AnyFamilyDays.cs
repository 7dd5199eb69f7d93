using FreedomPaySandbox.Protocol;
using FsCheck;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Payouts;

/// <summary>
/// Generates what may happen to a merchant that uses the whole family: payouts by each method, pages filled in, payouts settled by hand.
/// </summary>
internal sealed record AnyFamilyDays(long Opening, IReadOnlyList<AnyFamilyDays.Step> Steps)
{
    /// <summary>What happens in a step.</summary>
    internal enum Doing
    {
        PayCard,
        PayToken,
        PayIban,
        PayOlderIban,
        AskPage,
        Type,
        SettleWell,
        SettleBadly,
    }

    private static readonly Gen<Step> s_step =
        from wait in Gen.Elements(0, 1000, 5000, 30 * 60_000)
        from doing in Gen.Elements(Enum.GetValues<Doing>())
        from card in Gen.Elements<TestCard>([.. TestCard.All])
        from minor in Gen.Choose(1, 100_00)
        from which in Gen.Choose(0, 9)
        select new Step(wait, doing, card, minor, which);

    public static Gen<AnyFamilyDays> All { get; } =
        from opening in Gen.Choose(0, 500_00)
        from steps in s_step.ListOf()
        select new AnyFamilyDays(opening, [.. steps.Take(12)]);

    public override string ToString() => $"{Opening}: {string.Join("; ", Steps)}";

    /// <summary>Some time, and then something with an amount, a card, or one of the payouts there are.</summary>
    internal sealed record Step(int WaitMilliseconds, Doing Doing, TestCard Card, long Minor, int Which);
}
