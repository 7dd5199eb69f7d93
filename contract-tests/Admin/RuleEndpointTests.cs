using System.Text;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Admin;

public sealed class RuleEndpointTests : SandboxTest
{
    private const string Rules = "/merchants/9970/rules";
    private const string First = """{"rules": [{"name": "first", "when": {"orderId": "A*", "first": 1}, "then": {"outcome": "error 10001"}}]}""";

    private protected override SandboxSettings Settings => new()
    {
        Merchants = [RunningSandbox.Merchant],
        Rules = RulesReader.Read(Encoding.UTF8.GetBytes("""[{"name": "start", "when": {"orderId": "START"}, "then": {"outcome": "error 8888"}}]"""), OperationNames.All).Rules!,
    };

    [Fact]
    public async Task Rules_are_shown_with_what_they_decided_and_the_built_in_ones_behind_them()
    {
        await Sandbox.PayAsync("1");
        await Sandbox.PayAsync("2");
        await Sandbox.CallAsync(SignedCall.Payout("START"));

        var shown = (await Sandbox.GetAsync(Rules)).Is(200);

        Assert.Equal("application/json", shown.ContentType);
        var rules = shown.List("rules");
        Assert.Equal(("start", 1, 1, false), (
            rules[0].GetProperty("name").GetString(), rules[0].GetProperty("hits").GetInt64(), rules[0].GetProperty("calls").GetInt64(), rules[0].TryGetProperty("builtIn", out _)));
        Assert.All(rules.Skip(1), rule => Assert.True(rule.GetProperty("builtIn").GetBoolean()));
        var card = rules.Single(rule => rule.GetProperty("when").TryGetProperty("card", out var cards) && cards.GetString() == AdminCall.Success);
        Assert.Equal(2, card.GetProperty("hits").GetInt64());
    }

    [Fact]
    public async Task Hits_and_calls_are_those_of_real_payouts()
    {
        (await Sandbox.PutAsync(Rules, First)).Is(200);
        Assert.Equal("10001", (await Sandbox.CallAsync(SignedCall.Payout("A1", card: AdminCall.Success))).Outcome);
        Assert.Equal("ok", (await Sandbox.CallAsync(SignedCall.Payout("A2", card: AdminCall.Success))).Outcome);
        Assert.Equal("ok", (await Sandbox.CallAsync(SignedCall.Payout("B1", card: AdminCall.Success))).Outcome);
        await Sandbox.CallAsync(SignedCall.Payout("A3") with { Secret = "wrong" });

        var rule = (await Sandbox.GetAsync(Rules)).List("rules")[0];
        Assert.Equal((1, 2), (rule.GetProperty("hits").GetInt64(), rule.GetProperty("calls").GetInt64()));
        Assert.Equal("first", (await Sandbox.GetAsync("/requests?order=A1")).Each("requests", "rule").Single());
    }

    [Fact]
    public async Task What_is_shown_can_be_sent_back()
    {
        var put = (await Sandbox.PutAsync(Rules, First)).Is(200);
        var again = (await Sandbox.PutAsync(Rules, put.Text)).Is(200);
        Assert.Equal(put.Text, again.Text);
        Assert.Equal(put.Text, (await Sandbox.GetAsync(Rules)).Text);
    }

    [Fact]
    public async Task All_are_taken_or_none_and_everything_wrong_is_told()
    {
        await Sandbox.PutAsync(Rules, First);
        var before = (await Sandbox.GetAsync(Rules)).Text;

        var refused = (await Sandbox.PutAsync(
            Rules, """{"rules": [{"then": {"outcome": "success"}}, {"then": {"outcome": "maybe"}}, {"wen": {}, "then": {"fault": "hiccup"}}]}""")).Is(400);

        Assert.Equal(3, refused.Errors.Length);
        Assert.All(refused.Errors, error => Assert.StartsWith("rules[", error, StringComparison.Ordinal));
        Assert.Equal(before, (await Sandbox.GetAsync(Rules)).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("5")]
    [InlineData("""{"rules": null}""")]
    [InlineData("""{"rules": [{"name": "\ud800", "then": {"outcome": "success"}}]}""")]
    public async Task What_are_no_rules_is_refused(string body) => Assert.NotEmpty((await Sandbox.PutAsync(Rules, body)).Is(400).Errors);

    [Fact]
    public async Task No_rules_of_its_own_is_a_choice_and_taking_them_back_another()
    {
        (await Sandbox.PutAsync(Rules, """{"rules": []}""")).Is(200);
        await Sandbox.PayAsync("START");
        Assert.All((await Sandbox.GetAsync(Rules)).List("rules").AssertNotEmpty(), rule => Assert.True(rule.GetProperty("builtIn").GetBoolean()));

        var back = (await Sandbox.DeleteAsync(Rules)).Is(200);

        Assert.Equal("start", back.List("rules")[0].GetProperty("name").GetString());
        Assert.Equal("0", back.List("rules")[0].GetProperty("hits").ToString());
    }

    [Fact]
    public async Task The_rules_of_one_merchant_are_no_others()
    {
        var (other, _) = await Sandbox.MakeAsync();
        await Sandbox.PutAsync(Rules, First);
        Assert.Equal("start", (await Sandbox.GetAsync($"/merchants/{other}/rules")).List("rules")[0].GetProperty("name").GetString());
        foreach (var method in (string[])["GET", "PUT", "DELETE"])
            (await Sandbox.CallAsync(method, "/merchants/1/rules", method == "PUT" ? First : null)).Is(404);
    }
}
