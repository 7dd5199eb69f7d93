using FreedomPaySandbox.Emulator.Gateway.Faults;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>Reads what stands under <c>then</c>.</summary>
internal static class EffectReader
{
    private const string NameMember = "name";
    private const string DelayMember = "delay";

    public static IReadOnlyList<string> Known { get; } = ["outcome", "settleAfter", "fault", "callback"];

    /// <summary>The parameters of callback plans; a fault takes the first at most.</summary>
    public static IReadOnlyList<string> Parameters { get; } =
        [CallbackPlanKind.Delay, CallbackPlanKind.Times, CallbackPlanKind.Interval, CallbackPlanKind.Hold];

    public static RuleEffect Read(RulePlace then)
    {
        var members = then.Members(Known);
        if (then.IsObject && members.Count == 0)
            then.Refuse($"does nothing. Give at least one of {string.Join(", ", Known)}.");
        return new RuleEffect(
            OutcomeOf(members),
            members.TryGetValue("fault", out var fault) ? Fault(fault) : null,
            members.TryGetValue("callback", out var callback) ? Callback(callback) : null);
    }

    private static Outcome? OutcomeOf(IReadOnlyDictionary<string, RulePlace> members)
    {
        var outcome = members.TryGetValue("outcome", out var place) ? OutcomeAt(place) : null;
        if (!members.TryGetValue("settleAfter", out var settleAfter))
            return outcome;

        var duration = settleAfter.Duration();
        if (!members.ContainsKey("outcome") || outcome is { InProcess: false })
            settleAfter.Refuse("only a payout in process settles later. Give an outcome that starts with 'process, then', or leave this out.");
        return outcome is { } known ? known with { SettleAfter = duration } : null;
    }

    private static Outcome? OutcomeAt(RulePlace place)
    {
        if (place.IsText && Outcome.TryParse(place.Json.GetString()!, out var outcome))
            return outcome;
        if (place.IsText && Outcome.NamesError(place.Json.GetString()!, out _))
            place.Refuse($"the vendor's table has no such error. Known: {string.Join(", ", GatewayError.All.Select(error => error.Code))}.");
        else if (place.IsText)
            place.Refuse($"{RuleProblems.Quoted(place.Json.GetString()!, "this")} is not an outcome.{RuleProblems.Guess(place.Json.GetString()!, Outcome.Forms)} Known: {Forms()}.");
        else
            place.Refuse($"expected an outcome: {Forms()}.");
        return null;
    }

    // They have commas in them.
    private static string Forms() => string.Join(" · ", Outcome.Forms);

    private static GatewayFault? Fault(RulePlace fault)
    {
        if (Named(fault, "a fault", GatewayFaultTable.Names, [DelayMember], out var members) is not { } name)
            return null;

        var isSlow = name == SlowAnswer.FaultName;
        RefuseOthers(members, name, isSlow ? [DelayMember] : []);
        if (!isSlow)
            return GatewayFaultTable.Find(name);
        return DelayOf(fault, name, members, isNeeded: true, SlowAnswer.Longest) is { } delay ? new SlowAnswer(delay) : null;
    }

    private static CallbackPlan? Callback(RulePlace callback)
    {
        if (Named(callback, "a callback plan", [.. CallbackPlanKind.All.Select(kind => kind.Name)], Parameters, out var members) is not { } name)
            return null;

        var kind = CallbackPlanKind.Find(name)!;
        var plan = new CallbackPlan(kind);
        RefuseOthers(members, name, kind.Takes);
        return plan with
        {
            Delay = DelayOf(callback, name, members, kind.NeedsDelay, longest: null) ?? plan.Delay,
            Times = Taken(CallbackPlanKind.Times)?.Whole(CallbackPlan.FewestTimes, CallbackPlan.MostTimes) is { } times ? (int)times : plan.Times,
            Interval = Taken(CallbackPlanKind.Interval)?.Duration() ?? plan.Interval,
            Hold = Taken(CallbackPlanKind.Hold)?.Duration() ?? plan.Hold,
        };

        RulePlace? Taken(string parameter) =>
            kind.Takes.Contains(parameter, StringComparer.Ordinal) && members.TryGetValue(parameter, out var place) ? place : null;
    }

    // A name alone, or an object with the name and parameters.
    private static string? Named(RulePlace place, string kind, IReadOnlyList<string> names, IReadOnlyList<string> parameters, out IReadOnlyDictionary<string, RulePlace> members)
    {
        members = new Dictionary<string, RulePlace>(StringComparer.Ordinal);
        if (!place.IsObject)
            return place.Choice(kind, names);

        members = place.Members([NameMember, .. parameters]);
        if (members.TryGetValue(NameMember, out var name))
            return name.Choice(kind, names);
        place.Refuse($"has no name. Known: {string.Join(", ", names)}.");
        return null;
    }

    private static void RefuseOthers(IReadOnlyDictionary<string, RulePlace> members, string name, IReadOnlyList<string> takes)
    {
        foreach (var (parameter, place) in members)
        {
            if (parameter != NameMember && !takes.Contains(parameter, StringComparer.Ordinal))
                place.Refuse($"{name} takes {(takes.Count == 0 ? "no parameters" : $"only {string.Join(", ", takes)}")}. Leave this out.");
        }
    }

    private static TimeSpan? DelayOf(
        RulePlace choice, string name, IReadOnlyDictionary<string, RulePlace> members, bool isNeeded, TimeSpan? longest)
    {
        if (members.TryGetValue(DelayMember, out var delay))
            return delay.Duration(longest);
        if (isNeeded)
            choice.Refuse($$"""{{name}} needs a delay, such as { "name": "{{name}}", "delay": "3s" }.""");
        return null;
    }
}
