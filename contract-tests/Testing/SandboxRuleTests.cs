using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Testing;

/// <summary>Rules written in C# are those of the sandbox, and come back as they went.</summary>
public sealed class SandboxRuleTests
{
    [Theory]
    [InlineData(Place.InThisProcess)]
    [InlineData(Place.Elsewhere)]
    public async Task Rules_come_back_with_what_they_did(Place place)
    {
        await using var steered = await SteeredSandbox.StartAsync(place);
        await using var merchant = await steered.Sandbox.CreateMerchantAsync();
        await merchant.Rules.PutAsync(
            Everything(),
            new SandboxRule { Name = "forger", When = { Operation = "*", First = 1 }, Then = { Callback = CallbackPlans.TamperedAmount } },
            new SandboxRule { Name = "range", When = { Amount = RuleAmount.AtLeast(5), Every = 2 }, Then = { Outcome = Outcomes.Error(10038) } },
            new SandboxRule { When = { Amount = RuleAmount.AtMost(9.99m), Probability = 0.25 }, Then = { Fault = GatewayFaults.Silent } },
            new SandboxRule { When = { Amount = RuleAmount.Between(1, 2) }, Then = { Callback = CallbackPlans.AtOnce(3) } });
        Assert.Equal("ok", await steered.PayAsync(merchant));

        var rules = await merchant.Rules.GetAsync();
        var (all, wanted) = (rules[0], Everything());
        Assert.Equal(
            (wanted.When.Operation, wanted.When.Card, wanted.When.Amount, wanted.When.OrderId, wanted.When.Currency, wanted.When.First),
            (all.When.Operation, all.When.Card, all.When.Amount, all.When.OrderId, all.When.Currency, all.When.First));
        Assert.Equal(
            (wanted.Then.Outcome, wanted.Then.SettleAfter, wanted.Then.Fault, wanted.Then.Callback),
            (all.Then.Outcome, all.Then.SettleAfter, all.Then.Fault, all.Then.Callback));
        Assert.Equal([("late", 0, 0), ("forger", 1, 1), ("range", 0, 0)], rules.Take(3).Select(rule => (rule.Name!, rule.Calls, rule.Hits)));
        Assert.Equal((RuleAmount.AtLeast(5), 2), (rules[2].When.Amount, rules[2].When.Every));
        Assert.Equal((RuleAmount.AtMost(9.99m), 0.25), (rules[3].When.Amount, rules[3].When.Probability));
        Assert.Equal(3, rules[4].Then.Callback!.Times);
        Assert.True(rules[^1].BuiltIn);

        await merchant.Rules.PutAsync(rules);
        Assert.Equal(rules.Count, (await merchant.Rules.GetAsync()).Count);
        await merchant.Rules.DeleteAsync();
        Assert.DoesNotContain((await merchant.Rules.GetAsync()).AssertNotEmpty(), rule => !rule.BuiltIn);
    }

    [Fact]
    public async Task A_merchant_is_not_made_with_rules_that_are_none()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var refused = await Assert.ThrowsAsync<SandboxException>(() => sandbox.CreateMerchantAsync(
            new MerchantSettings { Id = 77 }, new SandboxRule { When = { Card = "none" }, Then = { Fault = new GatewayFault(GatewayFaults.Slow) } }));

        Assert.Equal((400, "Bad request", 2), (refused.Status, refused.Title, refused.Errors.Count));
        Assert.StartsWith("These are no rules", refused.Detail, StringComparison.Ordinal);
        Assert.Equal(404, (await Assert.ThrowsAsync<SandboxException>(() => sandbox.GetMerchantAsync(77))).Status);
    }

    private static SandboxRule Everything() => new()
    {
        Name = "late",
        When =
        {
            Operation = "p2p2nonreg", Card = "467159*8252", Amount = 500.50m, OrderId = "salary-*", Currency = "KZT", First = 3,
        },
        Then =
        {
            Outcome = Outcomes.ProcessThenError(10001),
            SettleAfter = TimeSpan.FromSeconds(90),
            Fault = GatewayFaults.SlowBy(TimeSpan.FromMilliseconds(1500)),
            Callback = new CallbackPlan(CallbackPlans.OutOfOrder)
            {
                Delay = TimeSpan.FromSeconds(1), Interval = TimeSpan.FromSeconds(2), Hold = TimeSpan.FromMinutes(3),
            },
        },
    };
}
