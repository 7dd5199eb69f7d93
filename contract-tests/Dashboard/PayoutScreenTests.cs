using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Merchants;
using ShellWords = FreedomPaySandbox.Emulator.Signing.ShellWords;

namespace FreedomPaySandbox.ContractTests.Dashboard;

public sealed class PayoutScreenTests : DashboardTest
{
    private const string Hostile = "<script>alert(1)</script>\"'&amp;</textarea>";

    private MerchantEndpoint _merchant = null!;

    private protected override Merchant[] Merchants => [CallbackSandbox.Merchant];

    private protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        _merchant = Keep(await MerchantEndpoint.StartAsync());
    }

    [Fact]
    public async Task What_happened_stands_in_its_order()
    {
        var payment = await Sandbox.PayAsync("one", link: _merchant.Link());
        await _merchant.NextAsync();
        await DeliveredAsync("one");
        var seen = await Visitor.GetAsync($"/payouts/9970/{payment}");

        Assert.Equal("Order one", seen.Heading);
        var steps = seen.Each(".timeline h2");
        Assert.Equal("Request POST /g2g/p2p2nonreg", steps[0]);
        Assert.Equal("Answer ok", steps[1]);
        Assert.Equal("Paid", steps[2]);
        Assert.StartsWith("Attempt 1 → 127.0.0.1:", steps[3], StringComparison.Ordinal);
        Assert.Equal("Delivered", steps[4]);
        Assert.Contains("pg_card_hash", seen.Each("[data-key=attempt-1-1] dt"), StringComparer.Ordinal);
        Assert.Contains("HTTP 200", seen.Each("[data-key=attempt-1-1] .result"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_payout_that_failed_at_once_shows_its_call_too()
    {
        await Sandbox.CallAsync(SignedCall.Payout("one", card: AdminCall.Fails));
        var seen = await Visitor.GetAsync($"/payouts/9970/{(await Sandbox.PayoutsAsync())[0].PaymentId}");
        Assert.Equal(["Request POST /g2g/p2p2nonreg", "Answer error 10001", "Error 10001"], seen.Each(".timeline h2")[..3]);
    }

    [Fact]
    public async Task A_callback_is_sent_again()
    {
        var payment = await Sandbox.PayAsync("one", link: _merchant.Link());
        await _merchant.NextAsync();
        await DeliveredAsync("one");
        var seen = await Visitor.GetAsync($"/payouts/9970/{payment}");

        var next = await Visitor.PressAsync(seen.Form("form[action$=resend]"));
        await _merchant.NextAsync();

        Assert.Equal("The callback is sent again.", next.Flash);
        Assert.Null((await Visitor.GetAsync($"/payouts/9970/{payment}")).Flash);
    }

    [Fact]
    public async Task A_payout_in_process_is_settled_as_chosen_and_once()
    {
        var payment = await Sandbox.PayAsync("one", AdminCall.InProcess);
        var seen = await Visitor.GetAsync($"/payouts/9970/{payment}");
        Assert.Contains("In process, then paid", seen.Each(".timeline h2"), StringComparer.Ordinal);
        var form = seen.Form("form[action$=settle]");

        var settled = await Visitor.PressAsync(form, ("outcome", "error 10001"));
        Assert.Equal("The payout is final.", settled.Flash);
        Assert.Equal("Error 10001", settled.From(".title .mark"));
        Assert.Null(settled.Page.QuerySelector("form[action$=settle]"));
        Assert.StartsWith("The payout was final already.", (await Visitor.PressAsync(form, ("outcome", "success"))).Flash, StringComparison.Ordinal);
        Assert.Equal(400, (await Visitor.PostAsync("/dashboard/settle", ("merchant", "9970"), ("payment", $"{payment}"), ("outcome", "maybe"))).Status);
    }

    [Fact]
    public async Task The_curl_line_makes_the_call_once_more()
    {
        await Sandbox.CallAsync(SignedCall.Payout("one", card: AdminCall.Fails));
        var payment = (await Sandbox.PayoutsAsync())[^1].PaymentId;
        var seen = await Visitor.GetAsync($"/payouts/9970/{payment}");
        Assert.True(ShellWords.TrySplit(seen.Page.QuerySelector("#curl")!.TextContent, out var words, out _));
        var fields = words.Skip(2).Where((_, i) => i % 2 == 1).Select(word => word.Split('=', 2));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/g2g/p2p2nonreg", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field[0], field[1]))),
        };
        var reply = await Sandbox.SendAsync(request);
        Assert.Equal(("10001", "one-again"), (reply.Outcome, (await Sandbox.PayoutsAsync())[^1].OrderId));
    }

    [Fact]
    public async Task The_test_says_what_this_payout_came_to()
    {
        var payment = await Sandbox.PayAsync("one", AdminCall.InProcessThenError);
        var test = (await Visitor.GetAsync($"/payouts/9970/{payment}")).Page.QuerySelector("#test")!.TextContent;
        Assert.Contains("Outcome = \"process, then error 10001\"", test, StringComparison.Ordinal);
        Assert.Contains("Assert.Equal(10001, payout.ErrorCode);", test, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_merchants_wrote_is_text_and_no_markup_on_every_page()
    {
        var call = SignedCall.Payout("<img src=x>").With("pg_description", Hostile).With("pg_card_name", Hostile).With("pg_post_link", "http://127.0.0.1:9/?<i>");
        var reply = await Sandbox.CallAsync(call);
        Assert.True(reply.Outcome == "ok", reply.Text);
        var payment = reply["pg_payment_id"];
        foreach (var path in (string[])["/", $"/payouts/9970/{payment}", "/requests", "/requests/9970-1", "/?q=" + Uri.EscapeDataString(Hostile), "/requests?order=" + Uri.EscapeDataString(Hostile)])
        {
            var seen = await Visitor.GetAsync(path);
            Assert.True(seen.Status == 200, $"{path}: {seen.Status} {seen.Html}");
            Assert.DoesNotContain("<script>", seen.Html, StringComparison.Ordinal);
            Assert.Empty(seen.Page.QuerySelectorAll("img, i"));
        }

        Assert.Contains(Hostile, (await Visitor.GetAsync($"/payouts/9970/{payment}")).Each("#facts dd"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_slipped_into_a_text_is_dots()
    {
        var payment = (await Sandbox.CallAsync(SignedCall.Payout("sandbox-payout-secret").With("pg_description", "sandbox-receive-secret")))["pg_payment_id"];
        foreach (var path in (string[])["/", $"/payouts/9970/{payment}", "/requests", "/requests/9970-1"])
            Assert.DoesNotMatch("sandbox-(payout|receive)-secret", (await Visitor.GetAsync(path)).Html);
    }

    [Theory]
    [InlineData("/payouts/9970/1")]
    [InlineData("/payouts/9970/nonsense")]
    [InlineData("/payouts/1/1")]
    [InlineData("/payouts/")]
    [InlineData("/requests/9970-77")]
    [InlineData("/requests/nonsense")]
    [InlineData("/rules/1")]
    [InlineData("/dashboard")]
    public async Task What_is_not_there_is_a_page_that_says_so(string path)
    {
        var seen = await Visitor.GetAsync(path);
        Assert.Equal(404, seen.Status);
        Assert.StartsWith("There is no such", seen.Heading, StringComparison.Ordinal);
    }

    // Until the attempt is recorded.
    private async Task DeliveredAsync(string order) => (await Sandbox.GetAsync($"/callbacks?order={order}&state=delivered&wait=PT30S")).Is(200);
}
