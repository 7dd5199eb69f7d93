using System.Net;
using System.Text;
using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Dashboard;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Outsiders;

// From newcomers who saw nothing of their calls: a Node service with another merchant id, a Go client with a mistyped path, a PHP form that
// posted a query.
public sealed class EveryCallIsSeenTests : SandboxTest
{
    private const string Card = "4405645000006150";

    [Fact]
    public async Task A_call_of_an_unknown_merchant_says_which_are_set_up()
    {
        const string Sentence = "Merchant 530123 is not set up: use 9970, or start with --id 530123 --payout-secret SECRET, or POST {\"id\":530123} to /__admin/merchants.";
        await Sandbox.CallAsync(SignedCall.Payout("7", merchant: 530123));
        Assert.Equal(Sentence, (await Sandbox.GetAsync("/requests/0-1")).Is(200).Said("note"));
        Assert.Contains(Sandbox.Log.Entries, entry => entry.Contains(Sentence, StringComparison.Ordinal));

        await using var visitor = Visitor.To(Sandbox);
        foreach (var path in (string[])["/requests", "/requests?merchant=9970", "/requests?order=7", "/requests/0-1"])
            Assert.Contains("Merchant 530123 is not set up: use 9970", WebUtility.HtmlDecode((await visitor.GetAsync(path)).Html), StringComparison.Ordinal);
        Assert.DoesNotContain("530123", (await visitor.GetAsync("/requests?order=8")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "pg_merchant_id is missing: use 9970.")]
    [InlineData("", "pg_merchant_id is missing: use 9970.")]
    [InlineData(" ", "pg_merchant_id is not the number of a merchant: use 9970.")]
    [InlineData("0", "pg_merchant_id is not the number of a merchant: use 9970.")]
    [InlineData("09970", "pg_merchant_id is not the number of a merchant: use 9970.")]
    [InlineData("-1", "pg_merchant_id is not the number of a merchant: use 9970.")]
    [InlineData("99700\r\n", "pg_merchant_id is not the number of a merchant: use 9970.")]
    [InlineData("\u202e0799", "pg_merchant_id is not the number of a merchant: use 9970.")]
    [InlineData(Card, "pg_merchant_id is not the number of a merchant: use 9970.")]
    [InlineData("9223372036854775808", "pg_merchant_id is not the number of a merchant: use 9970.")]
    public async Task What_is_no_merchant_is_told_so_and_not_repeated(string? merchant, string note)
    {
        var call = SignedCall.Payout("7").Without("pg_merchant_id");
        await Sandbox.CallAsync(merchant is null ? call : call.Plus(new("pg_merchant_id", merchant)));
        Assert.Equal(note, (await Sandbox.GetAsync("/requests/0-1")).Said("note"));
        Assert.DoesNotContain(Sandbox.Log.Entries.AssertNotEmpty(), entry => entry.Contains(Card, StringComparison.Ordinal) || entry.Any(char.IsControl));
    }

    [Fact]
    public async Task A_merchant_sent_twice_is_told_so()
    {
        await Sandbox.CallAsync(SignedCall.Payout("7").Plus(new("pg_merchant_id", "9970")));
        Assert.Equal("pg_merchant_id was sent 2 times. Send it once.", (await Sandbox.GetAsync("/requests/0-1")).Said("note"));
    }

    [Fact]
    public async Task Of_many_merchants_a_few_are_named()
    {
        for (var i = 0; i < 4; i++)
            await Sandbox.MakeAsync();
        await Sandbox.CallAsync(SignedCall.Payout("7", merchant: 1));
        Assert.StartsWith(
            "Merchant 1 is not set up: use 9970, 10001, 10002 or another of 5 (GET /__admin/merchants), or start with --id 1",
            (await Sandbox.GetAsync("/requests/0-1")).Said("note"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/p2p2nonreg", "/g2g/p2p2nonreg")]
    [InlineData("/g2g/p2p2nonregg", "/g2g/p2p2nonreg")]
    [InlineData("/G2G/P2P2NONREG2/", "/g2g/p2p2nonreg")]
    [InlineData("/p2p2nonreg", "/g2g/p2p2nonreg")]
    [InlineData("/v1/merchant/9970/cardstoragepayout/add2", "/v1/merchant/{merchant}/cardstoragepayout/add")]
    [InlineData("/v1/merchant/9970/cardstorage/add", "/v1/merchant/{merchant}/cardstoragepayout/add")]
    [InlineData("/get_status.php", "/get_status2.php")]
    [InlineData("/api/payout_status2", "/g2g/payout_status2")]
    [InlineData("/api/to-iban", "/api/to_iban")]
    public async Task A_call_to_an_unknown_path_names_the_nearest(string path, string nearest)
    {
        var call = SignedCall.Payout("7") with { Path = path };
        var reply = await Sandbox.CallAsync(call);
        Assert.Equal((404, $"There is no such path here. The nearest is {nearest}.\n"), (reply.Status, reply.Text));

        var seen = (await Sandbox.GetAsync("/merchants/9970/requests?operation=unknown-path")).List("requests").Single();
        Assert.Equal(
            ("POST", path, "7", $"HTTP 404 There is no such path here. The nearest is {nearest}."),
            (seen.GetProperty("method").GetString(), seen.GetProperty("path").GetString(), seen.GetProperty("orderId").GetString(), seen.GetProperty("outcome").GetString()));
        Assert.Contains(Sandbox.Log.Entries, entry => entry.StartsWith($"Information: POST {path} merchant 9970 order 7 → HTTP 404", StringComparison.Ordinal)
            && entry.Contains($"The nearest is {nearest}.", StringComparison.Ordinal));
        Assert.Empty(await Sandbox.PayoutsAsync());
    }

    [Theory]
    [InlineData("/nothing/like/it")]
    [InlineData("/x")]
    [InlineData("/g2g/")]
    [InlineData("/%20")]
    [InlineData("/wp-login.php")]
    public async Task A_call_to_a_path_that_is_near_to_none_is_seen_all_the_same(string path)
    {
        using var response = await Sandbox.Client.GetAsync(new Uri(Sandbox.Address, path));
        Assert.Equal((HttpStatusCode.NotFound, "There is no such path here. The README lists the paths of the gateway.\n"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Equal("0-1", response.Headers.GetValues("X-Sandbox-Request").Single());
        Assert.Equal(1, (await Sandbox.GetAsync("/requests/count?outcome=HTTP%20404")).Number("count"));
    }

    [Fact]
    public async Task What_strangers_call_is_kept_short_masked_and_without_control_characters()
    {
        foreach (var path in (string[])[
            $"/pay/{Card}", $"/{SignedCall.PayoutSecret}", "/%1B%5B31mred%1B%5B0m", "/a%0Db%0Ac", "/%E2%80%AEcod.exe", "/" + new string('a', 6000), "/%00", "/\u00ff",
        ])
        {
            using var request = new HttpRequestMessage(new HttpMethod(path.Length > 100 ? new string('M', 1000) : "GET"), new Uri(Sandbox.Address, path));
            using var response = await Sandbox.Client.SendAsync(request);
            Assert.True((int)response.StatusCode is 404 or 400, $"{path}: {response.StatusCode}");
        }

        var kept = (await Sandbox.GetAsync("/requests")).Is(200).Text;
        var lines = Sandbox.Log.Entries.Where(entry => entry.Contains("HTTP 404", StringComparison.Ordinal)).ToList();
        Assert.InRange(lines.Count, 6, 8);
        Assert.DoesNotContain(Card, kept + string.Concat(lines), StringComparison.Ordinal);
        Assert.DoesNotContain(SignedCall.PayoutSecret, kept + string.Concat(lines), StringComparison.Ordinal);
        Assert.All(lines, line => Assert.DoesNotContain(line, character => char.IsControl(character) || character == '\u202e'));
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 500));
        Assert.InRange(kept.Length, 1, 6000);
    }

    [Fact]
    public async Task Many_calls_of_strangers_take_no_more_room_than_the_journal_has()
    {
        await using var small = await RunningSandbox.StartAsync(new Emulator.Settings.SandboxSettings { Merchants = [RunningSandbox.Merchant], JournalEntries = 5 });
        await small.PayAsync("kept");
        for (var i = 0; i < 12; i++)
            (await small.Client.GetAsync(new Uri(small.Address, $"/{i}"))).Dispose();
        var strangers = (await small.GetAsync("/merchants/0/requests")).Is(200);
        Assert.Equal((5, 7), (strangers.List("requests").Length, strangers.Number("evicted")));
        Assert.Equal(["kept"], (await small.GetAsync("/merchants/9970/requests")).Each("requests", "orderId"));
    }

    [Theory]
    [InlineData("PUT", "/g2g/p2p2nonreg")]
    [InlineData("DELETE", "/g2g/balance_status")]
    [InlineData("OPTIONS", "/api/to_iban")]
    public async Task A_call_by_a_method_that_is_not_taken_is_seen(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Sandbox.Address, path));
        using var response = await Sandbox.Client.SendAsync(request);
        Assert.Equal(405, (int)response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Contains((await Sandbox.GetAsync("/requests/0-1")).Said("outcome"), (string[])["HTTP 405 This path takes GET, POST only.", "HTTP 405 This path takes POST, GET only."], StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_a_browser_asks_for_by_itself_is_not_seen()
    {
        foreach (var path in (string[])["/favicon.ico", "/robots.txt", "/apple-touch-icon.png", "/.well-known/appspecific/com.chrome.devtools.json"])
        {
            using var response = await Sandbox.Client.GetAsync(new Uri(Sandbox.Address, path));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        Assert.Equal(0, (await Sandbox.GetAsync("/requests/count")).Number("count"));
    }

    [Fact]
    public async Task A_post_whose_fields_are_all_in_the_query_is_told_that_they_are_not_read()
    {
        const string Sentence = "The query of a POST is not read, and all fields are there. Send them in the body, or call with GET.";
        var query = SignedCall.GetForm(SignedCall.Payout("7").Sent);
        foreach (var body in (HttpContent?[])[null, new ByteArrayContent([]), new StringContent("", Encoding.UTF8, "application/x-www-form-urlencoded"), new StringContent("")])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Sandbox.Address, $"/g2g/p2p2nonreg?{query}")) { Content = body };
            using var response = await Sandbox.Client.SendAsync(request);
        }

        Assert.Equal([Sentence, Sentence, Sentence, Sentence], (await Sandbox.GetAsync("/requests")).Each("requests", "note"));
        Assert.Equal(4, Sandbox.Log.Entries.Count(entry => entry.Contains(Sentence, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_post_with_some_fields_in_the_query_is_told_how_many()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Sandbox.Address, $"/g2g/p2p2nonreg?pg_salt=1&pg_sig=2&v=3&{Card}=4")) { Content = SignedCall.Payout("7").AsForm().Content };
        using var response = await Sandbox.Client.SendAsync(request);
        Assert.Equal("The query of a POST is not read, and 2 of its fields are there. Send all of them in the body.", (await Sandbox.GetAsync("/requests/9970-1")).Said("note"));
    }

    [Theory]
    [InlineData("?")]
    [InlineData("?v=3")]
    [InlineData("?=")]
    [InlineData("?XDEBUG_SESSION_START=1")]
    public async Task A_query_without_fields_is_nothing_to_tell_of(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Sandbox.Address, $"/g2g/p2p2nonreg{query}")) { Content = SignedCall.Payout("7").AsForm().Content };
        using var response = await Sandbox.Client.SendAsync(request);
        Assert.False((await Sandbox.GetAsync("/requests/9970-1")).Has("note"));
    }
}
