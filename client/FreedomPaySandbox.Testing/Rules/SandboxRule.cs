namespace FreedomPaySandbox.Testing;

/// <summary>When a call is like this, then that happens to it. docs/rules.md of the sandbox describes rules, with ten examples.</summary>
public sealed class SandboxRule
{
    /// <summary>Up to 100 characters, different for each rule of a merchant; <c>rule 1</c>, <c>rule 2</c> and so on when left out.</summary>
    public string? Name { get; set; }

    /// <summary>Which calls it is about; every payout when left as it is.</summary>
    public RuleWhen When { get; init => field = value ?? new RuleWhen(); } = new();

    /// <summary>What happens to them; at least one member.</summary>
    public RuleThen Then { get; init => field = value ?? new RuleThen(); } = new();

    /// <summary>How many calls the rule decided; told when rules are read, and passed over when they are put.</summary>
    public long Hits { get; init; }

    /// <summary>How many calls came to the rule; told when rules are read, and passed over when they are put.</summary>
    public long Calls { get; init; }

    /// <summary>Whether it is one of those behind all others, such as that of a published test card. They cannot be put.</summary>
    public bool BuiltIn { get; init; }
}
