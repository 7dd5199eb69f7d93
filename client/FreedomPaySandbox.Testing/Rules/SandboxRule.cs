using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>When a call is like this, then that happens to it. docs/rules.md of the sandbox describes rules, with ten examples.</summary>
public sealed class SandboxRule
{
    /// <summary>
    /// Up to 100 characters, different for each rule of a merchant; <c>rule 1</c>, <c>rule 2</c> and so on when left out.
    /// </summary>
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

/// <summary>Which calls a rule is about. All that is given must hold.</summary>
public sealed class RuleWhen
{
    /// <summary>The method of the gateway, such as <c>p2p2nonreg</c>, or <c>*</c> for every one; payouts when left out.</summary>
    public string? Operation { get; set; }

    /// <summary>A published test card, a mask such as <c>467159-XX-XXXX-8252</c>, or ends such as <c>4671*8252</c>.</summary>
    public string? Card { get; set; }

    /// <summary>An amount, or a range of amounts, in currency units.</summary>
    public RuleAmount? Amount { get; set; }

    /// <summary>A text with <c>*</c> and <c>?</c>, or a regular expression between slashes.</summary>
    public string? OrderId { get; set; }

    /// <summary>An ISO code such as KZT.</summary>
    public string? Currency { get; set; }

    /// <summary>Only the first so many calls for which the above holds.</summary>
    public long? First { get; set; }

    /// <summary>Only every n-th of them.</summary>
    public long? Every { get; set; }

    /// <summary>Only that share of them, from 0 to 1, by chance that follows from the merchant's seed.</summary>
    public double? Probability { get; set; }
}

/// <summary>What a rule does to a call. What it does not say stays as it would be without it.</summary>
public sealed class RuleThen
{
    /// <summary>What the payout comes to: one of <see cref="Outcomes"/>.</summary>
    public string? Outcome { get; set; }

    /// <summary>How long it is in process, by the merchant's clock; only with an outcome that starts with <c>process</c>.</summary>
    [JsonConverter(typeof(DurationJson))]
    public TimeSpan? SettleAfter { get; set; }

    /// <summary>How the answer goes wrong: one of <see cref="GatewayFaults"/>.</summary>
    public GatewayFault? Fault { get; set; }

    /// <summary>How the callback goes wrong: one of <see cref="CallbackPlans"/>.</summary>
    public CallbackPlan? Callback { get; set; }
}

/// <summary>
/// The amounts that a rule is about, both ends included; an end that is missing is open. An amount alone is exactly that one.
/// </summary>
[JsonConverter(typeof(RuleAmountJson))]
public sealed record RuleAmount
{
    private RuleAmount(decimal? from, decimal? to) => (From, To) = (from, to);

    /// <summary>The least, in currency units.</summary>
    public decimal? From { get; }

    /// <summary>The most, in currency units.</summary>
    public decimal? To { get; }

    /// <summary>Exactly that amount, in currency units.</summary>
    public static RuleAmount Exactly(decimal amount) => new(amount, amount);

    /// <summary>From one amount to another, both included, in currency units.</summary>
    public static RuleAmount Between(decimal from, decimal to) => new(from, to);

    /// <summary>That amount and all above it, in currency units.</summary>
    public static RuleAmount AtLeast(decimal from) => new(from, null);

    /// <summary>That amount and all below it, in currency units.</summary>
    public static RuleAmount AtMost(decimal to) => new(null, to);

    /// <summary>Exactly that amount, in currency units.</summary>
    public static implicit operator RuleAmount(decimal amount) => Exactly(amount);

    internal static RuleAmount Create(decimal? from, decimal? to) => new(from, to);
}

/// <summary>A merchant's rules as they travel.</summary>
internal sealed record RuleList(IReadOnlyList<SandboxRule> Rules);
