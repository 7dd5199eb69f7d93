using System.Diagnostics.CodeAnalysis;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>What reading rules came to: the rules, or everything that is wrong with them.</summary>
internal readonly record struct RulesReading
{
    private RulesReading(RuleSet? rules, IReadOnlyList<string> problems) => (Rules, Problems) = (rules, problems);

    public RuleSet? Rules { get; }

    /// <summary>One sentence each, with the place; none of them holds a card number.</summary>
    public IReadOnlyList<string> Problems { get; }

    [MemberNotNullWhen(true, nameof(Rules))]
    public bool IsRead => Rules is not null;

    public static RulesReading From(RuleSet rules) => new(rules, []);

    public static RulesReading Refused(params IReadOnlyList<string> problems) => new(null, problems);
}
