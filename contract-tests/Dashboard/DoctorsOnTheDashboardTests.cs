using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.ContractTests.Dashboard;

/// <summary>What the doctors say and what was found stands where people look.</summary>
public sealed class DoctorsOnTheDashboardTests : DashboardTest
{
    private protected override Merchant[] Merchants => [CallbackSandbox.Merchant];

    [Fact]
    public async Task A_wrong_signature_is_shown_beside_the_right_one_with_the_lines_to_change()
    {
        await Sandbox.CallAsync(SignedCall.Payout() with { Secret = SignedCall.ReceiveSecret });

        var seen = await Visitor.GetAsync("/requests/9970-1");

        Assert.Equal("secret-other", seen.Page.QuerySelector("#diagnosis .id")!.TextContent);
        Assert.Equal(2, seen.Page.QuerySelectorAll("#diagnosis .beside pre").Length);
        Assert.True(seen.Page.QuerySelectorAll("#diagnosis details").Length >= 5);
        Assert.DoesNotContain(SignedCall.ReceiveSecret, seen.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("4405645000006150", seen.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_that_nothing_explains_is_shown_with_the_right_text_alone()
    {
        await Sandbox.CallAsync(SignedCall.Payout().With("pg_sig", "0123456789abcdef0123456789abcdef"));

        var seen = await Visitor.GetAsync("/requests/9970-1");

        Assert.Equal("none-of-these", seen.Page.QuerySelector("#diagnosis .id")!.TextContent);
        Assert.Single(seen.Page.QuerySelectorAll("#diagnosis .beside pre"));
    }

    [Fact]
    public async Task A_failed_attempt_says_what_to_do()
    {
        var payment = await Sandbox.PayAsync("one", link: RawEndpoint.Closed());
        (await Sandbox.PostAsync("/merchants/9970/clock/advance", """{"by": "0s"}""")).Is(200);

        var seen = await Visitor.GetAsync($"/payouts/9970/{payment}");

        // Which sentence it is depends on whether the tests run in a container.
        Assert.Contains("listens", seen.Page.QuerySelector(".timeline .advice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_lead_to_payout_and_call_those_that_cost_money_first()
    {
        await Sandbox.CallAsync(SignedCall.Payout("A").With("pg_post_link", "http://shop.kz/<b>"));
        var payment = (await Sandbox.CallAsync(SignedCall.Payout("B").With("pg_salt", "other").With("pg_post_link", "https://shop.test/post")))["pg_payment_id"];

        var seen = await Visitor.GetAsync("/findings");

        Assert.Equal(["double-payout", "plain-http-post-link"], seen.Each("#findings .id"));
        Assert.Equal($"/payouts/9970/{payment}", seen.Page.QuerySelector("#findings a")!.GetAttribute("href"));
        Assert.Equal(200, (await Visitor.GetAsync("/requests/9970-2")).Status);
    }
}
