using FreedomPaySandbox.Protocol;
using FsCheck;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Payouts;

/// <summary>Generates what may happen to a merchant: payouts to test cards, and time that passes between them.</summary>
internal sealed record AnyDays(long Opening, decimal CommissionPercent, IReadOnlyList<AnyDays.Step> Steps)
{
    private static readonly Gen<Step> s_step =
        from wait in Gen.Elements(0, 1, 1000, 4999, 5000, 5001, 60_000)
        from card in Gen.Elements<TestCard?>([null, .. TestCard.All])
        from minor in Gen.OneOf(Gen.Choose(1, 100), Gen.Choose(1, 100_00))
        select new Step(wait, card, minor);

    public static Gen<AnyDays> All { get; } =
        from opening in Gen.Choose(0, 500_00)
        from percent in Gen.Elements(0m, 0.5m, 1.25m, 33.3m)
        from steps in s_step.ListOf()
        select new AnyDays(opening, percent, [.. steps.Take(30)]);

    public override string ToString() => $"{Opening} at {CommissionPercent} %: {string.Join("; ", Steps)}";

    /// <summary>Some time, and then a payout or nothing.</summary>
    internal sealed record Step(int WaitMilliseconds, TestCard? Card, long Minor);
}
