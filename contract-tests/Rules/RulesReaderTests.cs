using FreedomPaySandbox.Emulator.Rules;

namespace FreedomPaySandbox.ContractTests.Rules;

public sealed class RulesReaderTests
{
    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_with_its_place() => await Verify(Problems(Terrible));

    [Theory]
    [InlineData("{ \"rules\": ", "rules: malformed JSON at line 1, byte 12. Mend what stands there or before.")]
    [InlineData("{\n\"rules\": [oops] }", "rules: malformed JSON at line 2, byte 11. Mend what stands there or before.")]
    [InlineData("", "rules: malformed JSON at line 1, byte 1. Mend what stands there or before.")]
    [InlineData("7", "rules: expected { \"rules\": [ … ] } or the list alone.")]
    [InlineData("{}", "rules: is missing. Give { \"rules\": [ … ] }, be the list empty.")]
    [InlineData("{ \"rules\": {} }", "rules: expected a list. Give { \"rules\": [ … ] }, be the list empty.")]
    [InlineData("{ \"rules\": [], \"rules\": [] }", "rules: is there twice. Keep one.")]
    [InlineData("{ \"rules\": [], \"ruls\": 1 }", "ruls: not known here. Known: rules.")]
    [InlineData("[{ \"name\": \"\\ud800\" }]", "rules: a text is not valid Unicode. Save it as UTF-8.")]
    public void What_is_no_list_of_rules_says_what_is_expected(string json, string problem) =>
        Assert.Equal(problem, Assert.Single(RuleScene.Reading(json).Problems));

    [Fact]
    public void A_byte_order_mark_comments_and_trailing_commas_are_no_mistake() =>
        Assert.Equal("Ж", Assert.Single(RuleScene.Read("\uFEFF[{ \"name\": \"Ж\", /* why */ \"then\": { \"fault\": \"silent\", } },]").Rules).Name);

    [Fact]
    public void More_than_a_thousand_rules_are_refused()
    {
        Assert.Equal(1000, RuleScene.Read(Many(1000)).Rules.Count);
        Assert.Equal(
            "rules: more than 1000. A merchant has at most so many; let patterns do the work of several.",
            Assert.Single(RuleScene.Reading(Many(1001)).Problems));

        static string Many(int count) => $"[{string.Join(',', Enumerable.Repeat("""{"then":{"fault":"silent"}}""", count))}]";
    }

    [Fact]
    public void A_file_beyond_all_measure_is_refused() => Assert.Equal(
        "rules: longer than 1048576 bytes. Take fewer rules.", Assert.Single(RuleScene.Reading(new string(' ', 1_048_577)).Problems));

    [Fact]
    public void Of_very_many_problems_the_first_hundred_are_said()
    {
        var problems = RuleScene.Reading($"[{string.Join(',', Enumerable.Repeat("7", 150))}]").Problems;
        Assert.Equal((101, "… and 50 more problems. Mend these first."), (problems.Count, problems[^1]));
    }

    [Theory]
    [InlineData("((((((((((a{1000}){1000}){1000}){1000}){1000}){1000}){1000}){1000}){1000}){1000})")]
    [InlineData("(?<=a)b")]
    [InlineData("(a)\\\\1")]
    [InlineData("(a")]
    public void A_regular_expression_that_cannot_be_matched_in_one_pass_is_refused(string pattern) => Assert.StartsWith(
        "rules[0].when.orderId: is no regular expression that can be matched in one pass.",
        Assert.Single(RuleScene.Reading($$"""[{ "when": { "orderId": "/{{pattern}}/" }, "then": { "fault": "silent" } }]""").Problems),
        StringComparison.Ordinal);

    [Fact]
    public void No_problem_shows_a_card_number()
    {
        const string Card = "4405645000006150";
        var grouped = $"{Card[..4]} {Card[4..8]} {Card[8..12]} {Card[12..]}";
        foreach (var number in new[] { Card, grouped, $"x{Card}x" })
        {
            foreach (var place in Places().AssertNotEmpty())
            {
                var text = $"\"{number}\"";
                var problems = RuleScene.Reading(place.Replace("?", text, StringComparison.Ordinal)).Problems;
                Assert.DoesNotContain(Card[6..12], string.Join('\n', problems).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void No_card_number_is_kept_but_published_ones()
    {
        var scene = new RuleScene("""
            [
              { "name": "for 4405645000006150", "when": { "card": "4405645000006150" }, "then": { "fault": "silent" } },
              { "when": { "card": "4671593866478252" }, "then": { "fault": "silent" } }
            ]
            """);

        Assert.Equal(["for 440564-XX-XXXX-6150", "rule 2"], scene.Book.Set.Rules.Select(rule => rule.Name), StringComparer.Ordinal);
        Assert.Equal(["440564*6150", "4671593866478252"], scene.Book.Set.Rules.Select(rule => rule.When.Card!.ToString()), StringComparer.Ordinal);
        Assert.DoesNotContain("4405645000006150", scene.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_were_written_by_the_sandbox_are_read_without_what_it_added()
    {
        var scene = new RuleScene("""[{ "then": { "fault": "silent" } }]""");
        scene.Call();

        Assert.Equal(scene.Book.Set.Rules, RuleScene.Read(scene.Shown).Rules);
    }

    private static IEnumerable<string> Places() =>
    [
        "?",
        "{ ?: 1 }",
        "[?]",
        "[{ ?: 1 }]",
        "[{ \"name\": ? }]",
        "[{ \"then\": ? }]",
        "[{ \"then\": { ?: 1 } }]",
        .. ConditionReader.Known.Select(member => $$"""[{ "when": { "{{member}}": ? }, "then": {} }]"""),
        "[{ \"when\": { ?: 1 } }]",
        "[{ \"when\": { \"amount\": { ?: 1, \"from\": ? } } }]",
        .. EffectReader.Known.Select(member => $$"""[{ "then": { "{{member}}": ? } }]"""),
        "[{ \"then\": { \"fault\": { \"name\": ?, ?: 1, \"delay\": ? } } }]",
        "[{ \"then\": { \"callback\": { \"name\": ?, ?: 1, \"times\": ? } } }]",
    ];

    private static string Problems(string json) => string.Join('\n', RuleScene.Reading(json).Problems);

    private const string Terrible = """
        {
          "rules": [
            7,
            {},
            { "nmae": "a", "then": {} },
            { "name": "", "when": [], "then": "success" },
            { "name": 5, "then": { "outcom": "success", "fualt": 1, "callback": null } },
            {
              "name": "same",
              "when": {
                "operation": "p2p2nonreg2", "crad": "1", "card": "4671", "amount": { "from": 500, "to": 100 }, "orderId": "/(/",
                "currency": "GBP", "first": 0, "every": 1.5, "probability": 1.1
              },
              "then": { "outcome": "sucess", "settleAfter": "soon", "fault": "slw", "callback": "duplicates" }
            },
            {
              "name": "same",
              "when": { "card": 4671593866478252, "amount": {}, "orderId": "", "currency": 1, "first": "2", "every": -1, "probability": "often" },
              "then": { "outcome": "error 12345", "settleAfter": 5, "fault": { "delay": "3s" }, "callback": [] }
            },
            {
              "name": "rule 9",
              "when": { "card": "*12345", "amount": { "form": 1, "to": "1,5" }, "orderId": "salary 4671593866478252", "currency": "kzt" },
              "then": { "outcome": "success", "settleAfter": "10s", "fault": "slow", "callback": "delayed" }
            },
            {
              "when": { "amount": 1e3, "card": "*", "card": "*" },
              "then": {
                "outcome": 10001,
                "fault": { "name": "silent", "delay": "3s", "dealy": "4s" },
                "callback": { "name": "concurrent", "times": 1, "interval": "1s", "hold": "1m" }
              }
            },
            {
              "when": { "amount": 100000000, "orderId": 17 },
              "then": {
                "outcome": "Success",
                "fault": { "name": "slow", "delay": "11m" },
                "callback": { "name": "out-of-order", "times": 101, "interval": "-1s", "hold": 60, "delay": "x" }
              }
            },
            { "then": { "settleAfter": "10s", "callback": { "name": "duplicate", "times": 101 } } }
          ]
        }
        """;
}
