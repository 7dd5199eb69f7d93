namespace FreedomPaySandbox.Testing;

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
