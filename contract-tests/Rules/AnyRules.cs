using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Protocol;
using FsCheck;
using FsCheck.Fluent;
using Outcome = FreedomPaySandbox.Emulator.Rules.Outcome;

namespace FreedomPaySandbox.ContractTests.Rules;

/// <summary>Generates rules of every kind there is.</summary>
internal static class AnyRules
{
    private static readonly Gen<TimeSpan> s_duration = Gen.OneOf(
        Gen.Elements(0L, 1L, 5000L, TimeSpan.TicksPerSecond, 90 * TimeSpan.TicksPerSecond, TimeSpan.TicksPerDay, 3659 * TimeSpan.TicksPerDay + 1),
        Gen.Choose(0, int.MaxValue).Select(ticks => (long)ticks),
        Gen.Choose(0, 100_000).Select(milliseconds => milliseconds * TimeSpan.TicksPerMillisecond)).Select(TimeSpan.FromTicks);

    private static readonly Gen<CardPattern?> s_card = Optional(Gen.Elements(
        "*", "4671*", "*8252", "467159*8252", "467159-XX-XXXX-8252", "4671593866478252", "4716047261941981", "4405645000006150")
        .Select(text => CardPattern.TryParse(text)!));

    private static readonly Gen<AmountRange?> s_amount =
        from low in Gen.Choose(0, 100_000)
        from width in Gen.Choose(0, 100_000)
        from kind in Gen.Choose(0, 4)
        select kind switch
        {
            0 => null,
            1 => AmountRange.Exactly(new Amount(low)),
            2 => new AmountRange(new Amount(low), null),
            3 => new AmountRange(null, new Amount(low)),
            _ => new AmountRange(new Amount(low), new Amount(low + width)),
        };

    private static readonly Gen<OrderPattern?> s_order = Optional(Gen.Elements("*", "salary-*", "a?", "/^[a-z]+$/", "Заказ \"1\" \\ <&>", "🏦*")
        .Select(text => OrderPattern.TryParse(text)!));

    private static readonly Gen<RuleTurn> s_turn =
        from first in Optional(Gen.Choose(1, 1000))
        from every in Optional(Gen.Choose(1, 1000))
        from share in Optional(Gen.Choose(0, 100_000))
        select new RuleTurn(first, every, share / 100_000.0);

    private static readonly Gen<RuleCondition> s_condition =
        from operation in Gen.Elements<string?>(null, "p2p2nonreg")
        from card in s_card
        from amount in s_amount
        from order in s_order
        from currency in Gen.Elements<string?>([null, .. Currencies.Known])
        from turn in s_turn
        select new RuleCondition { Operation = operation, Card = card, Amount = amount, OrderId = order, Currency = currency, Turn = turn };

    private static readonly Gen<Outcome?> s_outcome =
        from code in Gen.Elements<int?>([null, .. GatewayError.All.Select(error => error.Code)])
        from kind in Gen.Choose(0, 3)
        from settleAfter in s_duration
        select kind == 0 ? default(Outcome?) : new Outcome(code, InProcess: kind > 1, kind > 2 ? settleAfter : null);

    private static readonly Gen<GatewayFault?> s_fault =
        from name in Gen.Elements<string?>([null, .. GatewayFaultTable.Names])
        from seconds in Gen.Choose(0, 600)
        select name is null ? null : GatewayFaultTable.Find(name) ?? new SlowAnswer(TimeSpan.FromSeconds(seconds));

    private static readonly Gen<CallbackPlan?> s_plan =
        from kind in Gen.Elements<CallbackPlanKind?>([null, .. CallbackPlanKind.All])
        from delay in s_duration
        from times in Gen.Choose(CallbackPlan.FewestTimes, CallbackPlan.MostTimes)
        from interval in s_duration
        from hold in s_duration
        select kind is null ? null : With(new CallbackPlan(kind) { Delay = delay }, times, interval, hold);

    private static readonly Gen<RuleEffect> s_effect =
        from outcome in s_outcome
        from fault in s_fault
        from plan in s_plan
        select outcome is null && fault is null && plan is null
            ? new RuleEffect(Outcome.Success)
            : new RuleEffect(outcome, fault, plan);

    private static readonly Gen<(RuleCondition When, RuleEffect Then)> s_rule =
        from condition in s_condition
        from effect in s_effect
        select (condition, effect);

    public static Gen<RuleSet> All { get; } =
        from rules in s_rule.ListOf()
        select new RuleSet(rules.Take(20).Select((rule, i) => new Rule($"правило \"{i}\"", rule.When, rule.Then)));

    // Null a third of the time; FsCheck's own is for F#.
    private static Gen<T?> Optional<T>(Gen<T> some)
        where T : class => Gen.Frequency((1, Gen.Constant<T?>(null)), (2, some.Select(value => (T?)value)));

    private static Gen<int?> Optional(Gen<int> some) => Gen.Frequency((1, Gen.Constant<int?>(null)), (2, some.Select(value => (int?)value)));

    private static CallbackPlan With(CallbackPlan plan, int times, TimeSpan interval, TimeSpan hold) => plan with
    {
        Times = plan.Kind.Takes.Contains(CallbackPlanKind.Times, StringComparer.Ordinal) ? times : plan.Times,
        Interval = plan.Kind.Takes.Contains(CallbackPlanKind.Interval, StringComparer.Ordinal) ? interval : plan.Interval,
        Hold = plan.Kind.Takes.Contains(CallbackPlanKind.Hold, StringComparer.Ordinal) ? hold : plan.Hold,
    };
}
