using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Admin;

public sealed class PayoutEndpointTests : SandboxTest
{
    [Fact]
    public async Task A_payout_is_shown_with_its_card_masked()
    {
        var id = await Sandbox.PayAsync("salary-1");
        var shown = (await Sandbox.GetAsync($"/payouts/{id}")).Is(200);

        Assert.Equal(
            $$"""
            {"id":{{id}},"merchantId":9970,"method":"p2p2nonreg","orderId":"salary-1","status":"ok","amount":100,"commission":0,"currency":"KZT","description":"Описание платежа",
            "userId":"1234","card":"467159-XX-XXXX-8252","postLink":"http://site.kz/post","reference":"{{shown.Said("reference")}}",
            "createdAt":"2026-01-15T09:00:00+00:00","settlesAt":"2026-01-15T09:00:00+00:00","balanceAfter":999999900}
            """.ReplaceLineEndings(""),
            shown.Text);
        Assert.Equal(shown.Text, (await Sandbox.GetAsync($"/merchants/9970/payouts/{id}")).Text);
        Assert.DoesNotContain(AdminCall.Success, (await Sandbox.GetAsync("/payouts")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_find_by_order_and_by_status()
    {
        var (id, secret) = await Sandbox.MakeAsync();
        await Sandbox.PayAsync("A");
        await Sandbox.PayAsync("B", AdminCall.InProcess);
        await Sandbox.CallAsync(SignedCall.Payout("C", card: AdminCall.Fails));
        await Sandbox.PayAsync("A", merchant: id, secret: secret);

        Assert.Equal(["A", "A"], await OrdersAsync("?order=A"));
        Assert.Equal(["A"], await OrdersAsync($"?order=A&merchant={id}"));
        Assert.Equal(["A"], await OrdersAsync("?status=ok&merchant=9970"));
        Assert.Equal(["B"], await OrdersAsync("?status=process"));
        Assert.Equal(["C"], await OrdersAsync("?status=error"));
        Assert.Empty(await OrdersAsync("?status=error&order=A"));
        Assert.Empty(await OrdersAsync("?order=a"));
        Assert.Equal("10001", (await Sandbox.GetAsync("/payouts?order=C")).Each("payouts", "errorCode").Single());
        Assert.False((await Sandbox.GetAsync("/payouts?order=none")).Has("next"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(125)]
    [InlineData(1000)]
    public async Task Pages_of_any_size_show_every_payout_once(int limit)
    {
        var (id, secret) = await Sandbox.MakeAsync("""{"seed": 1}""");
        var made = limit == 1 ? 12 : 125;
        await Task.WhenAll(Enumerable.Range(0, made).Select(i => Sandbox.PayAsync($"o{i}")));
        await Task.WhenAll(Enumerable.Range(0, made).Select(i => Sandbox.PayAsync($"p{i}", merchant: id, secret: secret)));

        foreach (var (place, count) in ((string, int)[])[("/payouts", 2 * made), ("/merchants/9970/payouts", made), ("/callbacks", 2 * made), ($"/merchants/{id}/callbacks", made)])
        {
            var list = place.EndsWith("payouts", StringComparison.Ordinal) ? "payouts" : "callbacks";
            var seen = new List<string>();
            var page = await Sandbox.GetAsync($"{place}?limit={limit}");
            while (page.Is(200).Has("next") && seen.Count <= count)
            {
                Assert.InRange(page.List(list).Length, 1, limit);
                seen.AddRange(page.List(list).Select(one => $"{one.GetProperty("merchantId")} {one.GetProperty("orderId")}"));
                page = await Sandbox.GetAsync($"{place}?limit={limit}&after={page.Said("next")}");
            }

            Assert.Empty(page.List(list));
            Assert.Equal((count, count), (seen.Count, seen.Distinct(StringComparer.Ordinal).Count()));
        }
    }

    [Fact]
    public async Task A_list_has_a_hundred_unless_more_are_asked_for()
    {
        await Task.WhenAll(Enumerable.Range(0, 101).Select(i => Sandbox.PayAsync($"o{i}")));
        Assert.Equal(100, (await Sandbox.GetAsync("/payouts")).List("payouts").Length);
        Assert.Equal(101, (await Sandbox.GetAsync("/payouts?limit=101")).List("payouts").Length);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("99999999999999999999999999")]
    [InlineData("%D9%A1%D9%A2")]
    [InlineData("%F0%9F%92%B8")]
    [InlineData("1;drop%20table%20payouts")]
    public async Task An_id_of_no_payout_is_told_where_to_look(string id)
    {
        foreach (var answer in (AdminAnswer[])[await Sandbox.GetAsync($"/payouts/{id}"), await Sandbox.PostAsync($"/payouts/{id}/settle")])
            Assert.Contains("GET /__admin/payouts", answer.Is(404).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_payout_of_another_merchant_is_none()
    {
        var (id, _) = await Sandbox.MakeAsync();
        var payment = await Sandbox.PayAsync("1", AdminCall.InProcess);
        (await Sandbox.GetAsync($"/merchants/{id}/payouts/{payment}")).Is(404);
        (await Sandbox.GetAsync($"/payouts/{payment}?merchant={id}")).Is(404);
        (await Sandbox.PostAsync($"/merchants/{id}/payouts/{payment}/settle")).Is(404);
        Assert.Equal("process", (await Sandbox.GetAsync($"/payouts/{payment}")).Said("status"));
    }

    [Theory]
    [InlineData(AdminCall.InProcess, null, "ok", null)]
    [InlineData(AdminCall.InProcess, "{}", "ok", null)]
    [InlineData(AdminCall.InProcess, """{"outcome": "success"}""", "ok", null)]
    [InlineData(AdminCall.InProcess, """{"outcome": "error 10001"}""", "error", 10001)]
    [InlineData(AdminCall.InProcessThenError, null, "error", 10001)]
    [InlineData(AdminCall.InProcessThenError, """{"outcome": "success"}""", "ok", null)]
    [InlineData(AdminCall.InProcessThenError, """{"outcome": "error 8888"}""", "error", 8888)]
    [Proves("C-3", "N-9")]
    public async Task Settling_makes_it_final_books_it_and_calls_back_at_once(string card, string? body, string status, int? code)
    {
        await using var endpoint = await MerchantEndpoint.StartAsync();
        await Sandbox.PutAsync("/merchants/9970", """{"callbackSchedule": ["0s"]}""");
        var id = await Sandbox.PayAsync("1", card, link: endpoint.Link());
        Assert.Equal("999999900", await Sandbox.BalanceAsync());
        Assert.True(endpoint.IsQuiet);

        var settled = (await Sandbox.PostAsync($"/payouts/{id}/settle", body)).Is(200);

        Assert.Equal((status, code), (settled.Said("status"), settled.Has("errorCode") ? (int)settled.Number("errorCode") : null));
        Assert.Equal(status == "ok" ? "999999900" : "1000000000", await Sandbox.BalanceAsync());
        var callback = await endpoint.NextAsync();
        Assert.Equal((status, $"{code}"), (callback["pg_status"], callback.Fields["pg_error_code"] ?? ""));
        Assert.Equal(settled.Text, (await Sandbox.GetAsync($"/payouts/{id}")).Text);
    }

    [Fact]
    public async Task What_is_final_cannot_be_settled_again()
    {
        var made = await Sandbox.PayAsync("1");
        var settled = await Sandbox.PayAsync("2", AdminCall.InProcess);
        (await Sandbox.PostAsync($"/payouts/{settled}/settle")).Is(200);
        foreach (var id in (long[])[made, settled])
            Assert.Contains("ok", (await Sandbox.PostAsync($"/payouts/{id}/settle", """{"outcome": "error 10001"}""")).Is(409).Detail, StringComparison.Ordinal);
        Assert.Equal("999999800", await Sandbox.BalanceAsync());
    }

    [Fact]
    public async Task Of_many_who_settle_it_at_once_one_does()
    {
        var id = await Sandbox.PayAsync("1", AdminCall.InProcess);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Sandbox.PostAsync($"/payouts/{id}/settle", """{"outcome": "error 10001"}""")));
        Assert.Equal((1, 9), (answers.Count(answer => answer.Status == 200), answers.Count(answer => answer.Status == 409)));
        Assert.Equal("1000000000", await Sandbox.BalanceAsync());
    }

    [Theory]
    [InlineData("""{"outcome": "maybe"}""")]
    [InlineData("""{"outcome": "error"}""")]
    [InlineData("""{"outcome": "error 1"}""")]
    [InlineData("""{"outcome": "error 0"}""")]
    [InlineData("""{"outcome": "process then success"}""")]
    [InlineData("""{"outcome": 10001}""")]
    [InlineData("""{"outcome": null}""")]
    [InlineData("""{"outcom": "success"}""")]
    [InlineData("""{"outcome": "success", "outcome": "error 10001"}""")]
    [InlineData("\"success\"")]
    public async Task An_outcome_that_makes_no_sense_is_refused(string body)
    {
        var id = await Sandbox.PayAsync("1", AdminCall.InProcess);
        (await Sandbox.PostAsync($"/payouts/{id}/settle", body)).Is(400);
        Assert.Equal("process", (await Sandbox.GetAsync($"/payouts/{id}")).Said("status"));
    }

    [Theory]
    [InlineData(AdminCall.InProcess, "error 10001", 0)]
    [InlineData(AdminCall.InProcess, "success", 1)]
    [InlineData(AdminCall.InProcessThenError, "success", 1)]
    [InlineData(AdminCall.InProcessThenError, "error 10001", 0)]
    [Proves("N-8")]
    public async Task Callbacks_of_failures_that_are_skipped_follow_what_was_settled(string card, string outcome, int callbacks)
    {
        await Sandbox.PutAsync("/merchants/9970", """{"failedCallbacks": "Skip"}""");
        var id = await Sandbox.PayAsync("1", card);
        (await Sandbox.PostAsync($"/payouts/{id}/settle", $$"""{"outcome": "{{outcome}}"}""")).Is(200);
        Assert.Equal(callbacks, (await Sandbox.GetAsync($"/callbacks?payout={id}")).List("callbacks").Length);
    }

    [Fact]
    public async Task Who_waits_is_answered_when_the_payout_comes()
    {
        var waiting = Sandbox.GetAsync("/payouts?order=2&wait=60s");
        await Sandbox.PayAsync("1");
        Assert.False(waiting.IsCompleted);
        await Sandbox.PayAsync("2");
        Assert.Equal(["2"], (await waiting.WaitAsync(Patience.Limit)).Each("payouts", "orderId"));
    }

    private async Task<string[]> OrdersAsync(string query) => (await Sandbox.GetAsync("/payouts" + query)).Is(200).Each("payouts", "orderId");
}
