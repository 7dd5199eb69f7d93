using FreedomPaySandbox.Emulator.Faults;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>When a call is like this, then that happens to it.</summary>
internal sealed record Rule(string Name, RuleCondition When, RuleEffect Then)
{
    public const int MaxName = 100;

    public override string ToString() => Name;
}

/// <summary>What a rule does to a call; what it does not say stays as it would be without it.</summary>
internal sealed record RuleEffect(Outcome? Outcome = null, GatewayFault? Fault = null, CallbackPlan? Callback = null);

/// <summary>What the rules say of one call.</summary>
/// <param name="Rule">The merchant's rule that decided, or none when only the built-in ones did.</param>
/// <param name="Outcome">What the payout comes to, if it is made at all.</param>
/// <param name="Fault">How the answer goes wrong, if it does.</param>
/// <param name="Callback">How the payout is called back.</param>
internal sealed record RuleMatch(Rule? Rule, Outcome Outcome, GatewayFault? Fault, CallbackPlan Callback);

/// <summary>Rules in the order in which they are asked, without what happened to them: several merchants may start with one set.</summary>
internal sealed class RuleSet
{
    public const int MaxRules = 1000;

    public RuleSet(params IEnumerable<Rule> rules)
    {
        Rules = [.. rules];
        if (Rules.Count > MaxRules)
            throw new ArgumentException($"A merchant has at most {MaxRules} rules.", nameof(rules));
    }

    public static RuleSet Empty { get; } = new();

    public IReadOnlyList<Rule> Rules { get; }

    public override string ToString() => $"{Rules.Count} rules";
}

/// <summary>What happened to a rule so far.</summary>
/// <param name="Hits">How many calls it decided.</param>
/// <param name="Calls">How many calls came to it that it is about.</param>
internal readonly record struct RuleCount(long Hits, long Calls);
