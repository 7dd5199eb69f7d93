namespace FreedomPaySandbox.Emulator.Rules;

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
