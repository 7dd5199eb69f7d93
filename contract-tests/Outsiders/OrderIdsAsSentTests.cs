using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Dashboard;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Outsiders;

// From a PHP shop whose order ids are timestamps: one in ten passes the check of card numbers.
public sealed class OrderIdsAsSentTests : SandboxTest
{
    private const string Card = "4405645000006150";

    // Milliseconds of one moment, and a longer one; both pass.
    private const string Timestamp = "1768467600005";
    private const string Long = "1768467600005000009";

    /// <summary>Whatever its length, as soon as it passes.</summary>
    public static TheoryData<string> Ids => [.. Passing(), "salary-" + Passing().First(), Passing().Last() + " / 7", "1768-4676-" + Passing().First()];

    [Fact]
    public void These_order_ids_would_pass_for_card_numbers() => Assert.All(Passing().AssertNotEmpty(), id => Assert.True(CardNumber.PassesLuhn(id), id));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task An_order_id_is_shown_logged_and_found_as_it_was_sent(string order)
    {
        var payment = await Sandbox.PayAsync(order, AdminCall.InProcess);
        await Sandbox.CallAsync(SignedCall.Payout(order) with { Secret = "wrong" });
        await Sandbox.CallAsync(SignedCall.Payout(order));
        await Sandbox.CallAsync(new SignedCall(new Parameters { { "pg_merchant_id", "9970" }, { "pg_payment_id", $"{payment}" }, { "pg_salt", "1" } }) { Path = "/g2g/payout_status2" });

        var query = Uri.EscapeDataString(order);
        Assert.Equal([order], (await Sandbox.GetAsync($"/payouts?order={query}")).Each("payouts", "orderId"));
        Assert.Equal([order], (await Sandbox.GetAsync($"/callbacks?order={query}")).Each("callbacks", "orderId"));
        Assert.Equal([order, order, order], (await Sandbox.GetAsync($"/requests?order={query}")).Each("requests", "orderId"));
        Assert.Equal(3, (await Sandbox.GetAsync($"/requests/count?order={query}")).Number("count"));

        var requests = (await Sandbox.GetAsync("/requests")).List("requests");
        Assert.All(requests.Take(3), one => Assert.Contains(one.GetProperty("fields").EnumerateArray(), field => field.GetProperty("value").GetString() == order));
        Assert.Contains(order, requests[3].GetProperty("answer").GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Contains(order, requests[1].GetProperty("diagnosis").ToString(), StringComparison.Ordinal);
        Assert.Equal(3, Sandbox.Log.Entries.Count(entry => entry.Contains($"order {order} →", StringComparison.Ordinal)));
        Assert.Contains(Found(), text => text == $"Order {order} was used for another payout before.");
    }

    [Fact]
    public async Task Findings_name_both_order_ids_of_a_double_payout()
    {
        await Sandbox.PayAsync(Timestamp, Card);
        await Sandbox.PayAsync(Long, Card);
        Assert.Contains(Found(), text => text.Contains($"Order {Long} pays", StringComparison.Ordinal) && text.Contains($"as order {Timestamp},", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_outcome_that_nobody_asked_for_is_told_with_its_order_id()
    {
        await Sandbox.PayAsync(Timestamp, AdminCall.InProcess);
        Sandbox.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Contains(Found(), text => text.StartsWith($"Order {Timestamp} was answered process", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_order_id_stays_as_it_is_where_an_endpoint_repeats_it()
    {
        await using var endpoint = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(200, $"order {Timestamp} is paid to {AdminCall.Success}"));
        var payment = await Sandbox.PayAsync(Timestamp, link: endpoint.Link());
        await Sandbox.PostAsync("/merchants/9970/clock/advance", """{"by":"2h"}""");
        var attempt = (await Sandbox.GetAsync($"/callbacks/{payment}-1")).Is(200).List("history").First();
        Assert.Contains(Timestamp, attempt.ToString(), StringComparison.Ordinal);
        Assert.Contains($"order {Timestamp} is paid to 467159-XX-XXXX-8252", attempt.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("salary {0}")]
    [InlineData("{0}-again")]
    public async Task A_card_that_is_no_order_id_is_masked(string form)
    {
        var other = AdminCall.Fails;
        await Sandbox.CallAsync(SignedCall.Payout(Timestamp).With("pg_description", string.Format(null, form, other)).With("pg_custom", other));
        var call = (await Sandbox.GetAsync("/requests")).List("requests").Single();
        Assert.Equal(Timestamp, call.GetProperty("orderId").GetString());
        Assert.DoesNotContain(other, call.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(other, (await Sandbox.PayoutsAsync()).Single().Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("9{0}9")]
    [InlineData("order-{0}")]
    [InlineData("{0}0000000000000")]
    public async Task An_order_id_with_the_card_that_is_paid_to_is_refused_and_shown_nowhere(string form)
    {
        foreach (var card in (string[])[Card, AdminCall.Success, "4405645000006151"])
        {
            var order = string.Format(null, form, card);
            Assert.Equal("9403", (await Sandbox.CallAsync(SignedCall.Payout(order, card: card))).Outcome);
            (await Sandbox.GetAsync($"/requests?order={order}")).Is(200);
            Assert.DoesNotContain(card, (await Sandbox.GetAsync("/requests")).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(card, string.Concat(Sandbox.Log.Entries.AssertNotEmpty()), StringComparison.Ordinal);
        }

        Assert.Empty(await Sandbox.PayoutsAsync());
    }

    [Theory]
    [InlineData("4405 6450 0000 6150")]
    [InlineData("4405-6450-0000-6150")]
    [InlineData("4405\u00a06450\u20090000\u20146150")]
    [InlineData("4405_6450/0000.6150")]
    [InlineData("44\u200b05645000006150")]
    [InlineData("4405\t6450\r\n00006150")]
    [InlineData("a4405b6450c0000d6150")]
    [InlineData("\uff14\uff14\uff10\uff15645000006150")] // full width
    [InlineData("\u0664\u0664\u0660\u0665645000006150")] // Arabic
    [InlineData("\U0001D7D2\U0001D7D2\U0001D7CE\U0001D7D3645000006150")] // mathematical
    [InlineData("order 4671 5938 6647 8252")] // a test card that is not paid to
    [InlineData("4716047261941981")]
    public async Task A_known_card_in_an_order_id_is_seen_in_any_disguise(string order) =>
        Assert.Equal("9403", (await Sandbox.CallAsync(SignedCall.Payout(order, card: Card))).Outcome);

    [Fact]
    public async Task The_dashboard_shows_and_finds_an_order_id_as_it_was_sent()
    {
        var payment = await Sandbox.PayAsync(Timestamp);
        await using var visitor = Visitor.To(Sandbox);
        foreach (var query in (string[])["", $"?q={Timestamp}", $"?merchant=9970&q={Timestamp[..^1]}"])
            Assert.Equal([Timestamp], (await visitor.GetAsync("/" + query)).Orders);
        foreach (var query in (string[])["", $"?order={Timestamp}"])
            Assert.Equal([Timestamp], (await visitor.GetAsync("/requests" + query)).Each("td.to"));
        foreach (var path in (string[])["/requests/9970-1", $"/payouts/9970/{payment}"])
            Assert.Contains(Timestamp, (await visitor.GetAsync(path)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_number_that_somebody_searches_for_stays_in_no_address_and_on_no_page()
    {
        await Sandbox.PayAsync("1", Card);
        await Sandbox.PayAsync(Timestamp);
        await using var visitor = Visitor.To(Sandbox);
        foreach (var card in (string[])[Card, AdminCall.Success])
        {
            foreach (var query in (string[])["/?q=", "/requests?order="])
            {
                var sent = await visitor.GetAsync(query + card);
                Assert.Equal(303, sent.Status);
                Assert.DoesNotContain(card, sent.Location, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_rule_may_be_about_such_an_order_id()
    {
        await Sandbox.PutAsync("/merchants/9970/rules", $$"""{"rules":[{"when":{"orderId":"{{Timestamp}}"},"then":{"outcome":"error 10001"} }]}""");
        Assert.Equal("10001", (await Sandbox.CallAsync(SignedCall.Payout(Timestamp))).Outcome);
        Assert.Equal(
            Timestamp, (await Sandbox.GetAsync("/merchants/9970/rules")).List("rules")[0].GetProperty("when").GetProperty("orderId").GetString());
        await using var visitor = Visitor.To(Sandbox);
        var rules = await visitor.GetAsync("/rules/9970");
        Assert.Equal(2, rules.Html.Split(Timestamp).Length - 1);
        var refused = await visitor.PostAsync("/dashboard/rules", ("merchant", "9970"), ("rules", $$"""{"rules":[{"when":{"orderId":"{{Timestamp}}"},"then":{"outcome":"nonsense for {{AdminCall.Success}}"} }]}"""));
        Assert.Contains(Timestamp, refused.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(AdminCall.Success, refused.Html, StringComparison.Ordinal);
    }

    private IEnumerable<string> Found() => Sandbox.GetAccount(9970).Misuse.FindingsAt(Sandbox.GetAccount(9970).Clock.Now).Select(finding => finding.Text);

    private static IEnumerable<string> Passing() => Enumerable.Range(13, 8).Select(length =>
    {
        var bare = "17684676000059990000"[..(length - 1)];
        return Enumerable.Range(0, 10).Select(digit => $"{bare}{digit}").First(id => CardNumber.PassesLuhn(id));
    });
}
