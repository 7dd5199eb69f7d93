using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Rules;

public sealed class RuleBookTests
{
    public static TheoryData<string> Masks => [.. TestCard.All.Select(card => CardNumber.Mask(card.Number))];

    [Fact]
    public void The_first_rule_that_fits_decides_and_the_others_do_not_see_the_call()
    {
        var scene = new RuleScene("""
            [
              { "when": { "orderId": "a*" }, "then": { "outcome": "error 10001" } },
              { "when": { "first": 1 }, "then": { "outcome": "error 10009" } },
              { "then": { "outcome": "error 10017" } }
            ]
            """);

        var outcomes = "abba".Select(order => scene.Call(orderId: $"{order}").Outcome.ErrorCode).ToList();

        Assert.Equal([10001, 10009, 10017, 10001], outcomes);
        Assert.Equal([new(2, 2), new(1, 2), new(1, 1)], Enumerable.Range(0, 3).Select(scene.Book.GetCount));
    }

    [Theory]
    [InlineData("\"first\": 2", "xx......")]
    [InlineData("\"every\": 3", "..x..x..")]
    [InlineData("\"first\": 6, \"every\": 2", ".x.x.x..")]
    [InlineData("\"every\": 1", "xxxxxxxx")]
    [InlineData("\"probability\": 0", "........")]
    [InlineData("\"probability\": 1", "xxxxxxxx")]
    [InlineData("\"probability\": 1, \"first\": 1", "x.......")]
    [InlineData("\"probability\": 0, \"first\": 1", "........")]
    public void Of_the_calls_that_fit_some_are_decided(string turn, string expected)
    {
        var scene = new RuleScene($$"""[{ "when": { {{turn}} }, "then": { "outcome": "error 10001" } }]""");

        Assert.Equal(expected, string.Concat(scene.Outcomes(8).Select(outcome => outcome == "success" ? '.' : 'x')));
    }

    [Fact]
    public void Calls_that_do_not_fit_are_not_counted()
    {
        var scene = new RuleScene("""[{ "when": { "orderId": "a*", "every": 2 }, "then": { "outcome": "error 10001" } }]""");

        Assert.Equal(
            [null, null, null, 10001],
            "abba".Select(order => scene.Call(orderId: $"{order}").Outcome.ErrorCode));
    }

    [Fact]
    public void The_same_seed_decides_the_same_and_another_differently()
    {
        Assert.Equal(ByChance(9970, 100), ByChance(9970, 100));
        Assert.NotEqual(ByChance(9970, 100), ByChance(9971, 100));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Chance_decides_about_the_share_asked_for(double probability)
    {
        const int Calls = 10_000;
        var fourSigma = 4 * Math.Sqrt(Calls * probability * (1 - probability));
        Assert.InRange(
            ByChance(9970, Calls, probability).Count(hit => hit), (Calls * probability) - fourSigma, (Calls * probability) + fourSigma);
    }

    [Fact]
    public void Two_rules_throw_their_own_dice()
    {
        var scene = new RuleScene("""
            [
              { "when": { "orderId": "a", "probability": 0.5 }, "then": { "fault": "silent" } },
              { "when": { "orderId": "b", "probability": 0.5 }, "then": { "fault": "silent" } }
            ]
            """);

        Assert.NotEqual(Hits("a"), Hits("b"));

        List<bool> Hits(string order) => [.. Enumerable.Range(0, 100).Select(_ => scene.Call(orderId: order).Fault is not null)];
    }

    [Fact]
    public void A_chance_is_never_one()
    {
        var chances = Enumerable.Range(0, 10_000).Select(i => new Seed(i).Chance("rule 1", i)).ToList();
        Assert.All(chances, chance => Assert.InRange(chance, 0, 1 - double.Epsilon));
        Assert.Equal(10_000, chances.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Masks))]
    [Proves("C-1")]
    public void A_test_card_has_its_outcome_when_no_rule_says_another(string mask)
    {
        var card = TestCard.All.Single(card => CardNumber.Mask(card.Number) == mask);
        var match = new RuleScene("[]").Call(card.Number);

        Assert.Equal((null, new Outcome(card.ErrorCode, card.InProcess), null, CallbackPlan.Plain), (match.Rule, match.Outcome, match.Fault, match.Callback));
    }

    [Theory]
    [InlineData("4405645000006151", false, "error 10032")]
    [InlineData("4405645000006150", false, "success")]
    [InlineData("4405645000006150", true, "error 99999")]
    [InlineData(null, true, "success")]
    [Proves("C-2")]
    public void Any_other_card_has_the_outcome_the_merchant_chose(string? card, bool refused, string outcome)
    {
        var switches = new MerchantSwitches { UnknownCards = refused ? UnknownCards.Refuse : UnknownCards.Succeed };
        var scene = new RuleScene("[]") { Merchant = Merchant.Default with { Switches = switches } };
        Assert.Equal(outcome, scene.Call(card).Outcome.ToString());
    }

    [Fact]
    public void What_a_rule_does_not_say_the_built_in_ones_do()
    {
        var scene = new RuleScene("""
            [
              { "when": { "orderId": "a" }, "then": { "fault": "truncated" } },
              { "when": { "orderId": "b" }, "then": { "callback": "lost" } },
              { "when": { "orderId": "c" }, "then": { "fault": "http-503" } },
              { "when": { "orderId": "d" }, "then": { "outcome": "success" } }
            ]
            """);

        var matches = "abcd".Select(order => scene.Call("5325349472901311", orderId: $"{order}")).ToList();

        Assert.Equal([10000, 10000, 10000, null], matches.Select(match => match.Outcome.ErrorCode));
        Assert.Equal(["truncated", null, "http-503", null], matches.Select(match => match.Fault?.Name), StringComparer.Ordinal);
        Assert.Equal(["plain", "lost", "plain", "plain"], matches.Select(match => match.Callback.Name), StringComparer.Ordinal);

        // The third was not made, and the fourth decided by the rule itself.
        Assert.Equal(new RuleCount(2, 2), scene.Book.GetCount(BuiltInRule.For("5325349472901311")));
    }

    [Fact]
    public void Two_merchants_count_for_themselves()
    {
        var set = RuleScene.Read("""[{ "when": { "first": 1 }, "then": { "fault": "silent" } }]""");
        var (one, other) = (new ActiveRules(set), new ActiveRules(set));
        var call = new RuledCall("p2p2nonreg", RuleScene.Other, null, null, null);

        Assert.IsType<NoAnswer>(RuleScene.Match(one, call, Merchant.Default, new Seed(1)).Fault);
        Assert.IsType<NoAnswer>(RuleScene.Match(other, call, Merchant.Default, new Seed(1)).Fault);
        Assert.Null(RuleScene.Match(one, call, Merchant.Default, new Seed(1)).Fault);
    }

    [Fact]
    public void Calls_at_the_same_moment_are_counted_one_by_one()
    {
        var scene = new RuleScene("""[{ "when": { "every": 10 }, "then": { "fault": "silent" } }]""");

        Parallel.For(0, 10_000, _ => scene.Call());

        Assert.Equal(new RuleCount(1_000, 10_000), scene.Book.GetCount(0));
        Assert.Equal(9_000 + 1_000, scene.Book.GetCount(BuiltInRule.All[^1]).Hits);
    }

    [Fact]
    public void A_merchant_has_no_more_than_a_thousand_rules() => Assert.Throws<ArgumentException>(() =>
        new RuleSet(Enumerable.Range(0, 1001).Select(i => new Rule($"{i}", new RuleCondition(), new RuleEffect(Outcome.Success)))));

    private static List<bool> ByChance(long seed, int calls, double probability = 0.5)
    {
        var scene = new RuleScene($$"""[{ "when": { "probability": {{probability}} }, "then": { "fault": "silent" } }]""") { Seed = new Seed(seed) };
        return [.. Enumerable.Range(0, calls).Select(_ => scene.Call().Fault is not null)];
    }
}
