using System.Net.Http.Headers;
using System.Text;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Admin;

public sealed class RequestEndpointTests : SandboxTest
{
    private const string Gateway = "/g2g/p2p2nonreg";

    private protected override SandboxSettings Settings => new() { Merchants = [RunningSandbox.Merchant], JournalEntries = 5 };

    [Fact]
    public async Task Every_answer_of_the_gateway_names_its_entry()
    {
        HttpContent tooLong = new ByteArrayContent(new byte[1024 * 1024 + 1]);
        tooLong.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        foreach (var (request, id, outcome) in ((HttpRequestMessage, string, string)[])
        [
            (SignedCall.Payout("1").AsForm(), "9970-1", "ok"),
            (SignedCall.Payout("1").AsJson(), "9970-2", "error 9991"),
            ((SignedCall.Payout("2") with { Secret = "wrong" }).AsQuery(), "9970-3", "error 1100"),
            (SignedCall.Payout("3", merchant: 1).AsForm(), "0-1", "error 9998"),
            (Post(new StringContent("{", Encoding.UTF8, "application/json")), "0-2", "HTTP 400"),
            (Asking(Post(tooLong)), "0-3", "HTTP 413"),
            (Post(new StringContent("<x/>", Encoding.UTF8, "text/plain")), "0-4", "HTTP 415"),
        ])
        {
            Assert.Equal(id, await Sandbox.RequestIdAsync(request));
            var entry = (await Sandbox.GetAsync($"/requests/{id}")).Is(200);
            Assert.StartsWith(outcome, entry.Said("outcome"), StringComparison.Ordinal);
            Assert.Equal(id[0] != '0', entry.Has("merchantId"));
            Assert.Equal(entry.Text, (await Sandbox.GetAsync($"/merchants/{id[..id.IndexOf('-', StringComparison.Ordinal)]}/requests/{id}")).Text);
        }
    }

    [Fact]
    public async Task An_entry_shows_what_came_and_what_was_answered_and_no_secret()
    {
        var call = SignedCall.Payout("1", card: AdminCall.Success).With("my_secret", "hush-1").With("note", $"{SignedCall.PayoutSecret} and {AdminCall.Success}");
        var id = await Sandbox.RequestIdAsync(call.AsMultipart());

        var entry = (await Sandbox.GetAsync($"/requests/{id}")).Is(200);
        var fields = entry.List("fields").ToDictionary(field => field.GetProperty("name").GetString()!, field => field.GetProperty("value").GetString(), StringComparer.Ordinal);

        Assert.Equal(("POST", Gateway, "p2p2nonreg"), (entry.Said("method"), entry.Said("path"), entry.Said("operation")));
        Assert.Equal(call.Sent.Select(field => field.Name), fields.Keys, StringComparer.Ordinal);
        Assert.Equal("467159-XX-XXXX-8252", fields["pg_payment_to"]);
        Assert.Equal(("••••••", "•••••• and 467159-XX-XXXX-8252"), (fields["my_secret"], fields["note"]));
        Assert.Equal(("1", "Описание платежа"), (fields["pg_order_id"], fields["pg_description"]));
        Assert.Equal(200, entry["answer"].GetProperty("status").GetInt32());
        Assert.Contains($"<pg_payment_id>{entry.Number("paymentId")}</pg_payment_id>", entry["answer"].GetProperty("body").GetString(), StringComparison.Ordinal);
        foreach (var hidden in (string[])["hush-1", SignedCall.PayoutSecret, AdminCall.Success])
            Assert.DoesNotContain(hidden, entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_are_found_and_counted_by_order_operation_outcome_and_payout()
    {
        var payment = await Sandbox.PayAsync("A");
        await Sandbox.CallAsync(SignedCall.Payout("A"));
        await Sandbox.CallAsync(SignedCall.Payout("B") with { Secret = "wrong" });
        await Sandbox.CallAsync(SignedCall.Payout("A", merchant: 1));
        await Sandbox.SendAsync(Post(new StringContent("<x/>", Encoding.UTF8, "text/plain")));

        foreach (var (query, ids) in ((string, string[])[])
        [
            ("", ["0-1", "0-2", "9970-1", "9970-2", "9970-3"]),
            ("order=A", ["0-1", "9970-1", "9970-2"]),
            ("order=A&merchant=9970", ["9970-1", "9970-2"]),
            ("merchant=0", ["0-1", "0-2"]),
            ("operation=p2p2nonreg&merchant=9970", ["9970-1", "9970-2", "9970-3"]),
            ("operation=p2p2", []),
            ("outcome=ok", ["9970-1"]),
            ("outcome=error", ["0-1", "9970-2", "9970-3"]),
            ("outcome=error%201100", ["9970-3"]),
            ("outcome=error%20110", []),
            ("outcome=HTTP%20415", ["0-2"]),
            ($"payout={payment}", ["9970-1"]),
            ("order=A&outcome=ok", ["9970-1"]),
        ])
        {
            Assert.Equal(ids, (await Sandbox.GetAsync("/requests?" + query)).Is(200).Each("requests", "id"));
            var count = (await Sandbox.GetAsync("/requests/count?" + query)).Is(200);
            Assert.Equal($$"""{"count":{{ids.Length}},"complete":true,"evicted":0}""", count.Text);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task Pages_over_all_merchants_show_every_call_once(int limit)
    {
        var (other, secret) = await Sandbox.MakeAsync();
        for (var i = 0; i < 3; i++)
        {
            await Sandbox.CallAsync(SignedCall.Payout($"{i}", merchant: 1));
            await Sandbox.PayAsync($"{i}");
            await Sandbox.PayAsync($"{i}", merchant: other, secret: secret);
        }

        var seen = new List<string>();
        var page = await Sandbox.GetAsync($"/requests?limit={limit}");
        while (page.Is(200).List("requests").Length > 0 && seen.Count <= 100)
        {
            seen.AddRange(page.Each("requests", "id"));
            page = await Sandbox.GetAsync($"/requests?limit={limit}&after={page.Said("next")}");
        }

        Assert.Equal(["0-1", "0-2", "0-3", "9970-1", "9970-2", "9970-3", "10001-1", "10001-2", "10001-3"], seen);
    }

    [Fact]
    public async Task What_comes_later_is_found_behind_what_was_next()
    {
        var next = (await Sandbox.GetAsync("/merchants/9970/requests")).Said("next");
        await Sandbox.PayAsync("1");
        var first = await Sandbox.GetAsync($"/merchants/9970/requests?after={next}");
        var waiting = Sandbox.GetAsync($"/merchants/9970/requests?after={first.Said("next")}&min=2&wait=60s");
        await Sandbox.PayAsync("2");
        Assert.False(waiting.IsCompleted);
        await Sandbox.PayAsync("3");

        Assert.Equal(["9970-1"], first.Each("requests", "id"));
        Assert.Equal(["9970-2", "9970-3"], (await waiting.WaitAsync(Patience.Limit)).Each("requests", "id"));
    }

    [Fact]
    public async Task What_the_journal_let_go_is_counted_and_said_to_be_gone()
    {
        for (var i = 1; i <= 7; i++)
            await Sandbox.PayAsync($"{i}");

        var all = await Sandbox.GetAsync("/merchants/9970/requests");
        Assert.Equal(["9970-3", "9970-4", "9970-5", "9970-6", "9970-7"], all.Each("requests", "id"));
        Assert.Equal((2, false), (all.Number("evicted"), all["complete"].GetBoolean()));
        Assert.Equal("""{"count":5,"complete":false,"evicted":2}""", (await Sandbox.GetAsync("/requests/count?outcome=ok")).Text);
        Assert.True((await Sandbox.GetAsync("/merchants/9970/requests?after=2"))["complete"].GetBoolean());
        Assert.False((await Sandbox.GetAsync("/merchants/9970/requests?after=1"))["complete"].GetBoolean());

        Assert.Contains("--journal-entries", (await Sandbox.GetAsync("/requests/9970-2")).Is(404).Detail, StringComparison.Ordinal);
        Assert.Contains("X-Sandbox-Request", (await Sandbox.GetAsync("/requests/9970-8")).Is(404).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9970")]
    [InlineData("9970-0")]
    [InlineData("1-1")]
    [InlineData("-1")]
    [InlineData("9970-x")]
    [InlineData("9970-99999999999999999999")]
    [InlineData("%D9%A1-%D9%A1")]
    public async Task An_id_of_no_call_is_told_what_one_looks_like(string id) =>
        Assert.Contains("9970-17", (await Sandbox.GetAsync($"/requests/{id}")).Is(404).Detail, StringComparison.Ordinal);

    [Fact]
    public async Task The_call_of_another_merchant_is_none()
    {
        var (other, _) = await Sandbox.MakeAsync();
        await Sandbox.PayAsync("1");
        (await Sandbox.GetAsync($"/merchants/{other}/requests/9970-1")).Is(404);
        (await Sandbox.GetAsync($"/requests/9970-1?merchant={other}")).Is(404);
        (await Sandbox.GetAsync("/merchants/0/requests/9970-1")).Is(404);
        (await Sandbox.GetAsync("/merchants/1/requests")).Is(404);
    }

    // A client that sends on after a refusal loses its connection, and may not read the answer.
    private static HttpRequestMessage Asking(HttpRequestMessage request)
    {
        request.Headers.ExpectContinue = true;
        return request;
    }

    private static HttpRequestMessage Post(HttpContent body) => new(HttpMethod.Post, new Uri(Gateway, UriKind.Relative)) { Content = body };
}
