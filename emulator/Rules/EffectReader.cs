namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>Reads what stands under <c>then</c>.</summary>
internal static class EffectReader
{
    public static IReadOnlyList<string> Known { get; } = ["outcome", "settleAfter", "fault", "callback"];

    public static RuleEffect Read(RulePlace then)
    {
        var members = then.Members(Known);
        if (then.IsObject && members.Count == 0)
            then.Refuse($"does nothing. Give at least one of {string.Join(", ", Known)}.");
        return new RuleEffect(
            GetOutcome(members),
            members.TryGetValue("fault", out var fault) ? FaultReader.Read(fault) : null,
            members.TryGetValue("callback", out var callback) ? CallbackPlanReader.Read(callback) : null);
    }

    private static Outcome? GetOutcome(IReadOnlyDictionary<string, RulePlace> members)
    {
        var outcome = members.TryGetValue("outcome", out var place) ? OutcomeReader.Read(place) : null;
        if (!members.TryGetValue("settleAfter", out var settleAfter))
            return outcome;

        var duration = settleAfter.Duration();
        if (!members.ContainsKey("outcome") || outcome is { InProcess: false })
            settleAfter.Refuse("only a payout in process settles later. Give an outcome that starts with 'process, then', or leave this out.");
        return outcome is { } known ? known with { SettleAfter = duration } : null;
    }
}
