using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Decisions;
using FreedomPaySandbox.Emulator.Gateway.Operations;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Rules;

public sealed class OutcomeTests
{
    [Fact]
    public void Every_outcome_is_read_as_it_is_written()
    {
        foreach (var code in GatewayError.All.Select(error => (int?)error.Code).Append(null))
        {
            foreach (var inProcess in new[] { false, true })
            {
                var outcome = new Outcome(code, inProcess);
                Assert.True(Outcome.TryParse(outcome.ToString(), out var read));
                Assert.Equal(outcome, read);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Success")]
    [InlineData("success ")]
    [InlineData("error")]
    [InlineData("error ")]
    [InlineData("error -1")]
    [InlineData("error 12345")]
    [InlineData("error 10001 ")]
    [InlineData("error  10001")]
    [InlineData("process")]
    [InlineData("process, then")]
    [InlineData("process, then process, then success")]
    [InlineData("process,then success")]
    public void Other_words_are_no_outcome(string text) => Assert.False(Outcome.TryParse(text, out _));

    [Theory]
    [InlineData("process, then success", 60)]
    [InlineData("success", 0)]
    public void A_rule_says_how_long_a_payout_is_in_process(string text, int seconds)
    {
        Assert.True(Outcome.TryParse(text, out var outcome));
        var merchant = Merchant.Default with { SettleAfter = TimeSpan.FromSeconds(5) };
        var request = PayToCard.Read(SignedCall.Payout("ORD1", "100", RuleScene.Success, merchant.Id).Fields, merchant)!;

        var decision = PayoutRules.Decide(
            request,
            outcome with { SettleAfter = TimeSpan.FromMinutes(1) },
            CallbackPlan.Plain,
            merchant,
            new Seed(1),
            new PayoutContext(1, Amount.FromUnits(1000), 0, OrderIsUsed: false, SameKey: null),
            DateTimeOffset.UnixEpoch);

        var payout = Assert.IsType<PayoutDecision.Made>(decision).Payout;
        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(seconds), payout.SettlesAt);
    }
}
