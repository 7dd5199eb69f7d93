using System.Globalization;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>
/// A merchant's rules, how often each was asked and how often it decided. The first that fits decides; a call that it decided does
/// not come to the rules behind it.
/// </summary>
/// <param name="set">The rules.</param>
/// <param name="countForAll">Counts a call of a rule for all who share the store, and says which one it is; nothing where nobody
/// does.</param>
internal sealed class ActiveRules(RuleSet set, Func<int, Task<long>>? countForAll = null)
{
    private readonly string[] _purposes = [.. set.Rules.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"rule {i + 1}"))];
    private readonly long[] _calls = new long[set.Rules.Count];
    private readonly long[] _hits = new long[set.Rules.Count];
    private readonly long[] _builtInHits = new long[BuiltInRule.All.Count];

    public RuleSet Set { get; } = set;

    public async ValueTask<RuleMatch> MatchAsync(RuledCall call, Merchant merchant, Seed seed)
    {
        var rule = await DecidingAsync(call, seed);
        var fault = rule?.Then.Fault;
        var outcome = rule?.Then.Outcome ?? BuiltIn(call, merchant, counts: fault?.CarriesOut != false);
        return new RuleMatch(rule, outcome, fault, rule?.Then.Callback ?? CallbackPlan.Plain);
    }

    public RuleCount GetCount(int position) => new(Interlocked.Read(ref _hits[position]), Interlocked.Read(ref _calls[position]));

    /// <summary>Every call that comes to a built-in rule and that it is about, it decides.</summary>
    public RuleCount GetCount(BuiltInRule rule)
    {
        var hits = Interlocked.Read(ref _builtInHits[rule.Position]);
        return new RuleCount(hits, hits);
    }

    private async ValueTask<Rule?> DecidingAsync(RuledCall call, Seed seed)
    {
        for (var i = 0; i < Set.Rules.Count; i++)
        {
            var rule = Set.Rules[i];
            if (!rule.When.Fits(call))
                continue;
            var (count, purpose) = (await CountAsync(i, rule), _purposes[i]);
            if (!rule.When.Turn.Comes(count, () => seed.Chance(purpose, count)))
                continue;
            Interlocked.Increment(ref _hits[i]);
            return rule;
        }

        return null;
    }

    private ValueTask<long> CountAsync(int position, Rule rule)
    {
        var count = Interlocked.Increment(ref _calls[position]);
        return countForAll is null || rule.When.Turn == default ? new(count) : new(countForAll(position));
    }

    // A payout that is not made has no outcome, so nothing decided it.
    private Outcome BuiltIn(RuledCall call, Merchant merchant, bool counts)
    {
        if (call.Card is not { } card)
            return Outcome.Success;
        var rule = BuiltInRule.For(card);
        if (counts)
            Interlocked.Increment(ref _builtInHits[rule.Position]);
        return rule.Outcome(merchant);
    }
}
