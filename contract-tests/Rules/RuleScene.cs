using System.Text;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Rules;

/// <summary>A merchant with rules that were read from JSON, and calls that come to them.</summary>
internal sealed class RuleScene(string rules)
{
    public const string Success = "4671593866478252";
    public const string Other = "4405645000006150";

    public Merchant Merchant { get; init; } = Merchant.Default;

    public Seed Seed { get; init; } = new(9970);

    public ActiveRules Book { get; } = new(Read(rules));

    /// <summary>The rules as they are shown.</summary>
    public string Shown => Encoding.UTF8.GetString(RulesWriter.Write(Book, Merchant));

    public static RuleSet Read(string json)
    {
        var reading = Reading(json);
        Assert.Empty(reading.Problems);
        return reading.Rules!;
    }

    public static RulesReading Reading(string json) => RulesReader.Read(Encoding.UTF8.GetBytes(json), ["p2p2nonreg"]);

    public RuleMatch Call(string? card = Other, string amount = "100", string orderId = "ORD1", string? currency = "KGS", string operation = "p2p2nonreg") =>
        Match(Book, new RuledCall(operation, card, Amount.TryParse(amount, out var read) ? read : null, orderId, currency), Merchant, Seed);

    /// <summary>What rules say that nobody shares: they know it at once.</summary>
    public static RuleMatch Match(ActiveRules book, RuledCall call, Merchant merchant, Seed seed)
    {
        var matching = book.MatchAsync(call, merchant, seed).AsTask();
        Assert.True(matching.IsCompleted);
        return matching.GetAwaiter().GetResult();
    }

    /// <summary>What so many calls come to, one after the other.</summary>
    public IReadOnlyList<string> Outcomes(int calls) => [.. Enumerable.Range(0, calls).Select(_ => Call().Outcome.ToString())];
}
