using System.Text;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Rules;

namespace FreedomPaySandbox.ContractTests.Rules;

public sealed class RulesWriterTests
{
    [Fact]
    public void Any_rules_are_read_as_they_were_written() => FixedSeed.ForAll(AnyRules.All, rules =>
    {
        var written = Encoding.UTF8.GetString(RulesWriter.Write(new ActiveRules(rules), Merchant.Default));
        Assert.Equal(rules.Rules, RuleScene.Read(written).Rules);
    });

    [Fact]
    public async Task Rules_are_shown_with_what_happened_to_them_and_the_built_in_ones_behind_them()
    {
        var scene = new RuleScene("""
            {
              "rules": [
                {
                  "name": "late salaries",
                  "when": {
                    "operation": "p2p2nonreg", "card": "467159-XX-XXXX-8252", "amount": { "from": "100.00", "to": 500.50 },
                    "orderId": "salary-*", "currency": "KZT", "first": 2, "every": 1, "probability": 1
                  },
                  "then": {
                    "outcome": "process, then error 10001",
                    "settleAfter": "90s",
                    "fault": { "name": "slow", "delay": "1500ms" },
                    "callback": { "name": "duplicate", "times": 3 }
                  }
                },
                { "when": { "amount": 7 }, "then": { "fault": { "name": "silent" }, "callback": { "name": "lost" } } }
              ]
            }
            """);
        for (var i = 0; i < 3; i++)
            scene.Call(RuleScene.Success, orderId: "salary-1", currency: "KZT");
        scene.Call(amount: "7");
        scene.Call("4405645000006151");

        await Verify(scene.Shown, "json");
    }

    [Theory]
    [InlineData("0s", "0s")]
    [InlineData("PT1H30M", "90m")]
    [InlineData("48h", "2d")]
    [InlineData("1.5s", "1500ms")]
    [InlineData("0.5ms", "0.5ms")]
    public void A_duration_is_written_in_the_largest_unit_that_leaves_no_rest(string text, string written)
    {
        var shown = new RuleScene($$"""[{ "then": { "outcome": "process, then success", "settleAfter": "{{text}}" } }]""").Shown;
        Assert.Contains($"\"settleAfter\": \"{written}\"", shown, StringComparison.Ordinal);
    }
}
