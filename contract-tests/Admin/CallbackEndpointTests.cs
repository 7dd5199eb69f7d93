using System.Net;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Admin;

public sealed class CallbackEndpointTests : SandboxTest
{
    [Fact]
    [Proves("N-2", "N-4")]
    public async Task A_callback_is_shown_with_each_attempt_and_the_form_that_was_sent()
    {
        await using var endpoint = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500, "<b>later</b>"), EndpointAnswers.Ok);
        await Sandbox.PutAsync("/merchants/9970", """{"callbackSchedule": ["1h", "1h"]}""");
        var id = await Sandbox.PayAsync("1", link: endpoint.Link());
        (await Sandbox.PostAsync("/clock/advance", """{"by": "2h"}""")).Is(200);

        var shown = (await Sandbox.GetAsync($"/callbacks/{id}-1")).Is(200);

        Assert.Equal(($"{id}-1", 9970, id, "1", 1), (shown.Said("id"), shown.Number("merchantId"), shown.Number("paymentId"), shown.Said("orderId"), shown.Number("number")));
        Assert.Equal(("delivered", 2, endpoint.Link()), (shown.Said("state"), shown.Number("attempts"), shown.Said("postLink")));
        Assert.Equal(["1", "2"], shown.Each("history", "number"));
        Assert.Equal(["500", "200"], shown.Each("history", "status"));
        Assert.Equal(["2026-01-15T10:00:00+00:00", "2026-01-15T11:00:00+00:00"], shown.Each("history", "at"));
        Assert.Equal(["<b>later</b>", ""], shown.Each("history", "answer"));
        foreach (var sent in shown.Each("history", "sent"))
        {
            Assert.Equal((await endpoint.NextAsync()).Body, sent);
            Assert.Equal(IndependentDigest.Compute("post", GetFields(sent), SignedCall.PayoutSecret), GetFields(sent)["pg_sig"]);
        }

        Assert.Equal(2, shown.Each("history", "sent").Distinct(StringComparer.Ordinal).Count());
        Assert.False((await Sandbox.GetAsync("/callbacks")).List("callbacks").Single().TryGetProperty("history", out _));
    }

    [Fact]
    public async Task Filters_find_by_payout_order_and_state()
    {
        await using var good = await MerchantEndpoint.StartAsync();
        await using var bad = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500));
        var (id, secret) = await Sandbox.MakeAsync("""{"callbackSchedule": "1h"}""");
        var delivered = await Sandbox.PayAsync("A", link: good.Link());
        await Sandbox.PayAsync("B", link: bad.Link());
        await Sandbox.PostAsync("/merchants/9970/clock/advance", """{"by": "2h"}""");
        await Sandbox.PayAsync("A", merchant: id, secret: secret, link: good.Link());

        Assert.Equal(["A", "B", "A"], await OrdersAsync(""));
        Assert.Equal(["A", "A"], await OrdersAsync("?order=A"));
        Assert.Equal(["A"], await OrdersAsync($"?payout={delivered}"));
        Assert.Equal(["A"], await OrdersAsync("?state=delivered"));
        Assert.Equal(["B"], await OrdersAsync("?state=dead"));
        Assert.Equal(["A"], await OrdersAsync("?state=pending"));
        Assert.Empty(await OrdersAsync("?state=lost"));
        Assert.Empty(await OrdersAsync("?state=rejected"));
        Assert.Empty(await OrdersAsync($"?state=pending&payout={delivered}"));
        Assert.Equal(["A"], await OrdersAsync($"?merchant={id}"));
    }

    [Theory]
    [InlineData("delivered", "{}")]
    [InlineData("dead", "{}")]
    [InlineData("lost", """{"callback": "lost"}""")]
    public async Task A_callback_that_is_done_with_can_be_sent_again(string state, string then)
    {
        await using var endpoint = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(state == "dead" ? 500 : 200), EndpointAnswers.Ok);
        if (then != "{}")
            (await Sandbox.PutAsync("/merchants/9970/rules", $$"""{"rules": [{"then": {{then}}}]}""")).Is(200);
        var id = await Sandbox.PayAsync("1", link: endpoint.Link());
        await Sandbox.PostAsync("/clock/advance", """{"by": "1h"}""");
        Assert.Equal(state, (await Sandbox.GetAsync($"/callbacks/{id}-1")).Said("state"));
        if (state != "lost")
            await endpoint.NextAsync();

        var again = (await Sandbox.PostAsync($"/callbacks/{id}-1/resend")).Is(202);

        Assert.Equal($"/__admin/merchants/9970/callbacks/{id}-1", again.Response.Headers.Location?.OriginalString);
        Assert.Equal("pending", again.Said("state"));
        var sent = await endpoint.NextAsync();
        Assert.Equal(IndependentDigest.Compute("post", sent.Fields, SignedCall.PayoutSecret), sent["pg_sig"]);
        await Sandbox.PostAsync("/clock/advance", """{"by": "0s"}""");
        var done = await Sandbox.GetAsync($"/callbacks/{id}-1");
        Assert.Equal(("delivered", state == "lost" ? 1 : 2), (done.Said("state"), done.List("history").Length));
    }

    [Theory]
    [InlineData("1-1")]
    [InlineData("1")]
    [InlineData("-1")]
    [InlineData("x-1")]
    [InlineData("9970:1-1")]
    [InlineData("0:1-1")]
    [InlineData("1-99999999999999")]
    [InlineData("99999999999999999999-1")]
    [InlineData("%D9%A1-%D9%A2")]
    public async Task An_id_of_no_callback_is_told_what_one_looks_like(string id)
    {
        foreach (var answer in (AdminAnswer[])[await Sandbox.GetAsync($"/callbacks/{id}"), await Sandbox.PostAsync($"/merchants/9970/callbacks/{id}/resend")])
            Assert.Contains("4963922019-1", answer.Is(404).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_next_number_nor_the_number_nought_nor_another_merchants_is_there()
    {
        var (other, _) = await Sandbox.MakeAsync();
        var id = await Sandbox.PayAsync("1");
        (await Sandbox.GetAsync($"/callbacks/{id}-1")).Is(200);
        foreach (var path in (string[])[$"/callbacks/{id}-2", $"/callbacks/{id}-0", $"/callbacks/{id}", $"/merchants/{other}/callbacks/{id}-1"])
            (await Sandbox.GetAsync(path)).Is(404);
        (await Sandbox.PostAsync($"/merchants/{other}/callbacks/{id}-1/resend")).Is(404);
    }

    [Fact]
    public async Task Who_waits_is_answered_when_the_callback_is_delivered()
    {
        await using var endpoint = await MerchantEndpoint.StartAsync();
        await Sandbox.PutAsync("/merchants/9970", """{"callbackSchedule": "once"}""");
        var waiting = Sandbox.GetAsync("/callbacks?state=delivered&wait=PT60S");
        await Sandbox.PayAsync("1", link: endpoint.Link());
        Assert.Equal(["1"], (await waiting.WaitAsync(Patience.Limit)).Each("callbacks", "orderId"));
    }

    private async Task<string[]> OrdersAsync(string query) => (await Sandbox.GetAsync("/callbacks" + query)).Is(200).Each("callbacks", "orderId");

    private static Parameters GetFields(string form) => new(form.Split('&').Select(pair => pair.Split('=')).Select(
        pair => new Parameter(WebUtility.UrlDecode(pair[0]), WebUtility.UrlDecode(pair[1]))));
}
