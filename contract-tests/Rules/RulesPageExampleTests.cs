using System.Text.Json.Nodes;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Readme;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Steering;

namespace FreedomPaySandbox.ContractTests.Rules;

/// <summary>Each example of the page on rules, put as it stands there and tried: what the page says happens.</summary>
public sealed class RulesPageExampleTests : WatchedSandboxTest
{
    private protected override Task<SteeredMerchant> StartMerchantAsync() => Sandbox.MakeAsync(new { seed = 7, currency = "KZT", balance = 1_000_000 });

    [Fact]
    public async Task What_a_rule_looks_like()
    {
        await PutAsync("late salaries");

        var late = Merchant.PayAsync("salary-1", Inbox.Link(), "500.50");
        await Watched.WhenWaitedForAsync(TimeSpan.FromSeconds(3));
        Assert.False(late.IsCompleted);
        Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("process", (await late)["pg_status"]);
        foreach (var (order, amount) in new[] { ("wages-1", "100"), ("salary-2", "99.99"), ("salary-3", "500.51") })
            Assert.Equal("ok", (await PayAsync(order, amount)).Outcome);

        await Merchant.CatchUpAsync();
        Assert.Empty(Inbox.For("salary-1"));
        await Merchant.AdvanceAsync("7s");
        Assert.Equal(("error", "10001"), GetStatus(Assert.Single(Inbox.For("salary-1"))));
        await Merchant.AdvanceAsync("1s");
        Assert.Equal(2, Inbox.For("salary-1").Count);
        await Merchant.AdvanceAsync("1h");
        Assert.Equal(3, Inbox.For("salary-1").Count);
    }

    [Fact]
    public async Task Example_1_The_answer_is_lost()
    {
        await PutAsync("lost answer");
        var keyed = Merchant.Payout("ORD1", Inbox.Link()).With("pg_idempotency_key", "key-1");

        await Assert.ThrowsAsync<HttpRequestException>(() => Merchant.PayAsync(keyed));
        await Inbox.ComeAsync(1, "ORD1");

        Assert.Equal("9991", (await PayAsync("ORD1")).Outcome);
        Assert.Equal(("ok", Inbox.For("ORD1")[0]["pg_payment_id"]), (await Merchant.PayAsync(keyed)) is var first ? (first.Outcome, first["pg_payment_id"]!) : default);
        await Merchant.CatchUpAsync();
        Assert.Single(Inbox.All);
    }

    [Fact]
    public async Task Example_2_A_bank_refuses_one_card()
    {
        await PutAsync("blocked card");

        Assert.Equal("10038", (await PayAsync("ORD1")).Outcome);
        Assert.Equal("ok", (await Merchant.PayAsync(Merchant.Payout("ORD2", Inbox.Link(), card: PayoutCall.Success))).Outcome);

        await Merchant.CatchUpAsync();
        Assert.Equal(("error", "10038"), GetStatus(Assert.Single(Inbox.For("ORD1"))));
        Assert.Equal(("ok", null), GetStatus(Assert.Single(Inbox.For("ORD2"))));
    }

    [Fact]
    public async Task Example_3_Down_and_up_again()
    {
        await PutAsync("deployment");

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var down = await PayAsync("ORD1");
            Assert.Equal((503, "text/html"), (down.Status, down.ContentType));
            Assert.Empty(await Merchant.PayoutsAsync());
        }

        Assert.Equal("ok", (await PayAsync("ORD1")).Outcome);
    }

    [Fact]
    public async Task Example_4_Every_tenth_call_is_slow()
    {
        await PutAsync("slow tenth");

        for (var call = 1; call < 10; call++)
            Assert.Equal("ok", (await PayAsync($"ORD{call}")).Outcome);
        var tenth = PayAsync("ORD10");
        await Watched.WhenWaitedForAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("ok", (await PayAsync("ORD11")).Outcome);
        Assert.Single(await Merchant.PayoutsAsync("order=ORD10"));
        Assert.False(tenth.IsCompleted);
        Time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal("ok", (await tenth.WaitAsync(Patience.Limit)).Outcome);
    }

    [Fact]
    public async Task Example_5_One_in_ten_fails_and_the_same_ones_each_time()
    {
        var failed = await FailedAsync(Merchant);
        await Merchant.ResetAsync();
        var again = await FailedAsync(Merchant);
        var other = await FailedAsync(await Sandbox.MakeAsync(new { seed = 8 }));

        Assert.InRange(failed.Count, 4, 20);
        Assert.Equal(failed, again);
        Assert.NotEqual(failed, other);

        async Task<List<int>> FailedAsync(SteeredMerchant merchant)
        {
            await PutAsync("bad luck", merchant);
            var outcomes = new List<string>();
            for (var call = 0; call < 100; call++)
                outcomes.Add((await merchant.PayAsync($"ORD{call}", Inbox.Link())).Outcome);
            Assert.All(outcomes, outcome => Assert.True(outcome is "ok" or "10000", outcome));
            return [.. outcomes.Index().Where(one => one.Item == "10000").Select(one => one.Index)];
        }
    }

    [Fact]
    public async Task Example_6_In_process_for_an_hour_then_an_error()
    {
        await PutAsync("long way");

        Assert.Equal("process", (await PayAsync("salary-1", "100000"))["pg_status"]);
        Assert.Equal(900_000, await Merchant.BalanceAsync());
        Assert.Equal("ok", (await PayAsync("salary-2", "99999")).Outcome);
        await Merchant.AdvanceAsync("59m");
        Assert.Empty(Inbox.For("salary-1"));
        await Merchant.AdvanceAsync("1m");

        Assert.Equal(("error", "10001"), GetStatus(Assert.Single(Inbox.For("salary-1"))));
        Assert.Equal(1_000_000 - 99_999, await Merchant.BalanceAsync());
    }

    [Fact]
    public async Task Example_7_A_callback_twice_at_the_same_moment()
    {
        await PutAsync("twins");

        await PayAsync("ORD1");
        await Merchant.CatchUpAsync();

        var twins = Inbox.For("ORD1");
        Assert.Equal(2, twins.Count);
        Assert.NotEqual(twins[0]["pg_salt"], twins[1]["pg_salt"], StringComparer.Ordinal);
        Assert.All(twins, twin => Assert.True(Merchant.IsSigned(twin)));
    }

    [Fact]
    public async Task Example_8_The_callback_is_faster_than_the_answer()
    {
        var answering = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var inbox = await MerchantEndpoint.StartAsync(_ => EndpointAnswers.Hang(answering.Task));
        await PutAsync("overtaken");

        Assert.Equal("ok", (await Merchant.PayAsync("ORD1", inbox.Link())).Outcome);
        var paying = Merchant.PayAsync("ORD2", inbox.Link());
        await inbox.ComeAsync(1, "ORD2");
        Assert.False(paying.IsCompleted);
        answering.SetResult();

        Assert.Equal("ok", (await paying.WaitAsync(Patience.Limit)).Outcome);
    }

    [Fact]
    public async Task Example_9_A_forged_callback()
    {
        await using var inbox = await MerchantEndpoint.StartAsync(callback => EndpointAnswers.Status(Merchant.IsSigned(callback) ? 200 : 400));
        await PutAsync("forger");

        await Merchant.PayAsync("ORD1", inbox.Link());
        await Merchant.CatchUpAsync();
        var forged = Assert.Single(inbox.All);
        Assert.Equal("1000.00", forged["pg_payment_amount"]);
        Assert.False(Merchant.IsSigned(forged));
        await Merchant.AdvanceAsync("4999ms");
        Assert.Single(inbox.All);
        await Merchant.AdvanceAsync("1ms");

        Assert.Equal("100.00", inbox.All[1]["pg_payment_amount"]);
        Assert.Equal(["rejected", "delivered"], (await Merchant.CallbacksAsync()).Select(callback => (string)callback["state"]!), StringComparer.Ordinal);
        await Merchant.AdvanceAsync("3h");
        Assert.Equal(2, inbox.All.Count);
    }

    [Fact]
    public async Task Example_10_Callbacks_out_of_order()
    {
        await PutAsync("overtake");

        await PayAsync("first-1");
        await Merchant.AdvanceAsync("10s");
        Assert.Empty(Inbox.All);
        await PayAsync("second-1");
        await Merchant.CatchUpAsync();
        Assert.Equal("second-1", Assert.Single(Inbox.All)["pg_order_id"]);
        await Merchant.AdvanceAsync("1s");
        Assert.Equal("first-1", Inbox.All[1]["pg_order_id"]);

        await PayAsync("first-2");
        await Merchant.AdvanceAsync("29999ms");
        Assert.Empty(Inbox.For("first-2"));
        await Merchant.AdvanceAsync("1ms");
        Assert.Single(Inbox.For("first-2"));
    }

    /// <summary>Puts the example that has a rule of that name.</summary>
    private Task PutAsync(string name, SteeredMerchant? merchant = null) => (merchant ?? Merchant).PutRulesAsync(
        Page.Rules.Blocks("json").Single(example => (string?)JsonNode.Parse(example)!["rules"]![0]!["name"] == name));

    private Task<Reply> PayAsync(string order, string amount = "100") => Merchant.PayAsync(order, Inbox.Link(), amount);

    private static (string Status, string? Error) GetStatus(ReceivedCallback callback) => (callback["pg_status"], callback.Fields["pg_error_code"]);
}
