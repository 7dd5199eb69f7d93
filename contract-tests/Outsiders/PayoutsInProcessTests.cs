using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Dashboard;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Steering;

namespace FreedomPaySandbox.ContractTests.Outsiders;

/// <summary>No callback tells of an outcome before the payout is final.</summary>
public sealed class PayoutsInProcessTests
{
    private const string Start = "2026-01-15T09:00:00Z";

    // From a Node client whose test resent a callback, was told ok, and asked for a status that said process.
    [Fact]
    public async Task Resend_of_a_payout_in_process_is_refused()
    {
        await using var inbox = await MerchantEndpoint.StartAsync();
        await using var sandbox = await SteeredSandbox.StartAsync();
        var merchant = await sandbox.MakeAsync(new { clock = Start });
        var id = (await merchant.PayAsync(merchant.Payout("ORD1", inbox.Link(), card: AdminCall.InProcess)))["pg_payment_id"]!;

        foreach (var place in (string[])[merchant.Place($"callbacks/{id}-1/resend"), $"callbacks/{id}-1/resend", merchant.Place($"callbacks/{id}-1/resend")])
        {
            var (status, body) = await sandbox.Admin.SendAsync(HttpMethod.Post, place);
            Assert.Equal(409, status);
            Assert.Contains($"/payouts/{id}/settle", body, StringComparison.Ordinal);
            Assert.Contains("advance the clock to 2026-01-15T09:00:05+00:00", body, StringComparison.Ordinal);
        }

        var callback = Assert.Single(await merchant.CallbacksAsync());
        Assert.Equal(("pending", 0), ((string)callback["state"]!, (int)callback["attempts"]!));
        await merchant.SettleAsync(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
        await merchant.CatchUpAsync();
        Assert.Equal("ok", Assert.Single(inbox.All)["pg_status"]);
        await merchant.ResendAsync($"{id}-1");
        await merchant.CatchUpAsync();
        Assert.Equal(2, inbox.All.Count);
    }

    // From the same report: the dashboard's button did the same.
    [Fact]
    public async Task Send_now_of_a_payout_in_process_is_refused_on_the_dashboard()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await RunningSandbox.StartAsync(CallbackSandbox.Merchant);
        await using var visitor = Visitor.To(sandbox);
        var payment = await sandbox.PayAsync("one", AdminCall.InProcess, link: merchant.Link());

        var answer = await visitor.PostAsync("/dashboard/resend", ("merchant", "9970"), ("payment", $"{payment}"), ("callback", "1"));
        var seen = await visitor.GetAsync(answer.Location!);

        Assert.Equal("The payout is in process, so there is no outcome to send yet. Settle it, or advance the clock.", seen.Flash);
        Assert.Null(seen.Page.QuerySelector("form[action$=resend]"));
        await sandbox.PostAsync("/clock/advance", """{"by": "0s"}""");
        Assert.True(merchant.IsQuiet);
    }

    // A neighbour of the above: nobody has typed a card on the page yet.
    [Fact]
    public async Task Resend_of_a_payout_whose_page_is_open_is_refused()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await RunningSandbox.StartAsync(CallbackSandbox.Merchant);
        var payment = (await sandbox.CallAsync(FamilyCall.Page("B", postLink: merchant.Link())))["pg_payment_id"];

        var refused = (await sandbox.PostAsync($"/callbacks/{payment}-1/resend")).Is(409);

        Assert.Contains("type a card on its page", refused.Detail, StringComparison.OrdinalIgnoreCase);
        await sandbox.PostAsync("/clock/advance", """{"by": "0s"}""");
        Assert.True(merchant.IsQuiet);
    }

    // A neighbour: a clock that was set back makes a delivered payout one in process again.
    [Fact]
    public async Task Resend_after_the_clock_was_set_back_before_the_settlement_is_refused()
    {
        await using var inbox = await MerchantEndpoint.StartAsync();
        await using var sandbox = await SteeredSandbox.StartAsync();
        var merchant = await sandbox.MakeAsync(new { clock = Start });
        var id = (await merchant.PayAsync(merchant.Payout("ORD1", inbox.Link(), card: AdminCall.InProcess)))["pg_payment_id"]!;
        await merchant.AdvanceAsync("1m");
        Assert.Single(inbox.All);
        await sandbox.Admin.PutAsync(merchant.Place("clock"), $$"""{ "now": "{{Start}}", "frozen": true }""");

        var (status, _) = await sandbox.Admin.SendAsync(HttpMethod.Post, merchant.Place($"callbacks/{id}-1/resend"));

        Assert.Equal(409, status);
        await merchant.CatchUpAsync();
        Assert.Single(inbox.All);
    }

    // A neighbour: the callback of the next payout let the one that waited for it go, though its own payout was in process.
    [Fact]
    public async Task A_held_callback_of_a_payout_in_process_waits_for_the_settlement_as_well()
    {
        await using var inbox = await MerchantEndpoint.StartAsync();
        await using var sandbox = await SteeredSandbox.StartAsync();
        var merchant = await sandbox.MakeAsync(new { clock = Start, settleAfter = "10s" });
        await merchant.PutRulesAsync("""[{ "when": { "orderId": "held" }, "then": { "callback": "out-of-order" } }]""");
        await merchant.PayAsync(merchant.Payout("held", inbox.Link(), card: AdminCall.InProcess));
        await merchant.PayAsync("next", inbox.Link());

        await merchant.AdvanceAsync("5s");
        Assert.Equal(["next"], inbox.All.Select(callback => callback["pg_order_id"]), StringComparer.Ordinal);
        await merchant.AdvanceAsync("5s");

        Assert.Equal(["next", "held"], inbox.All.Select(callback => callback["pg_order_id"]), StringComparer.Ordinal);
    }

    // A neighbour: whatever a rule makes of callbacks, none of them comes before the outcome is known.
    [Theory]
    [InlineData("delayed", "\"delay\": \"1s\"")]
    [InlineData("duplicate", "\"times\": 3, \"interval\": \"0s\"")]
    [InlineData("concurrent", "\"times\": 3")]
    [InlineData("out-of-order", "\"hold\": \"0s\", \"interval\": \"0s\"")]
    [InlineData("before-answer", "\"delay\": \"0s\"")]
    [InlineData("tampered-amount", "\"interval\": \"0s\"")]
    [InlineData("wrong-signature", "\"interval\": \"0s\"")]
    [InlineData("unknown-order", "\"interval\": \"0s\"")]
    [InlineData("stale-salt", "\"interval\": \"0s\"")]
    [InlineData("error-after-ok", "\"interval\": \"0s\"")]
    public async Task No_plan_of_callbacks_sends_one_before_the_settlement(string plan, string parameters)
    {
        await using var inbox = await MerchantEndpoint.StartAsync();
        await using var sandbox = await SteeredSandbox.StartAsync();
        var merchant = await sandbox.MakeAsync(new { clock = Start });
        await merchant.PutRulesAsync($$"""[{ "then": { "callback": { "name": "{{plan}}", {{parameters}} } } }]""");
        for (var order = 1; order <= 3; order++)
            await merchant.PayAsync(merchant.Payout($"ORD{order}", inbox.Link(), card: AdminCall.InProcess));

        await merchant.AdvanceAsync("4999ms");
        Assert.Empty(inbox.All);
        foreach (var callback in (await merchant.CallbacksAsync()).AssertNotEmpty())
            Assert.Equal(409, (await sandbox.Admin.SendAsync(HttpMethod.Post, merchant.Place($"callbacks/{callback["id"]}/resend"))).Status);
        await merchant.AdvanceAsync("1m");

        Assert.All((await merchant.CallbacksAsync()).AssertNotEmpty(), callback => Assert.Equal("delivered", (string)callback["state"]!));
    }
}
