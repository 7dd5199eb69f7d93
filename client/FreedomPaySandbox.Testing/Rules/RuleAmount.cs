using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>The amounts that a rule is about, both ends included; an end that is missing is open. An amount alone is exactly that one.</summary>
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
