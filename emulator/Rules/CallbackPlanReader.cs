namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>Reads how a rule lets callbacks go wrong.</summary>
internal static class CallbackPlanReader
{
    private static readonly string[] s_names = [.. CallbackPlanKind.All.Select(kind => kind.Name)];

    private static readonly string[] s_parameters =
        [CallbackPlanKind.Delay, CallbackPlanKind.Times, CallbackPlanKind.Interval, CallbackPlanKind.Hold];

    public static CallbackPlan? Read(RulePlace place)
    {
        if (NamedChoice.Read(place, "a callback plan", s_names, s_parameters) is not { } choice)
            return null;

        var kind = CallbackPlanKind.Find(choice.Name)!;
        var plan = new CallbackPlan(kind);
        choice.RefuseOthers(kind.Takes);
        return plan with
        {
            Delay = choice.Delay(kind.NeedsDelay) ?? plan.Delay,
            Times = Taken(CallbackPlanKind.Times)?.Whole(CallbackPlan.FewestTimes, CallbackPlan.MostTimes) is { } times ? (int)times : plan.Times,
            Interval = Taken(CallbackPlanKind.Interval)?.Duration() ?? plan.Interval,
            Hold = Taken(CallbackPlanKind.Hold)?.Duration() ?? plan.Hold,
        };

        // What the plan does not take was refused already.
        RulePlace? Taken(string parameter) =>
            kind.Takes.Contains(parameter, StringComparer.Ordinal) && choice.Members.TryGetValue(parameter, out var at) ? at : null;
    }
}
