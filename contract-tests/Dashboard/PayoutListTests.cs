using System.Globalization;
using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Sandboxes;
using ShellWords = FreedomPaySandbox.Emulator.Signing.ShellWords;

namespace FreedomPaySandbox.ContractTests.Dashboard;

public sealed class PayoutListTests : DashboardTest
{
    [Fact]
    public async Task A_first_visit_shows_a_call_that_works()
    {
        var seen = await Visitor.GetAsync("/");
        var curl = seen.Page.QuerySelector("#first-call")!.TextContent;
        Assert.True(ShellWords.TrySplit(curl, out var words, out _));
        Assert.Equal(new Uri(Sandbox.Address, "/g2g/p2p2nonreg").ToString(), words[1]);
        var fields = words.Skip(2).Where((_, i) => i % 2 == 1).Select(word => word.Split('=', 2));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/g2g/p2p2nonreg", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field[0], field[1]))),
        };
        Assert.Equal("ok", (await Sandbox.SendAsync(request)).Outcome);

        var next = await Visitor.GetAsync("/");
        Assert.Equal(["first-payout"], next.Orders);
        Assert.Null(next.Page.QuerySelector("#first-call"));
    }

    [Fact]
    public async Task The_newest_stands_on_top_with_all_that_matters()
    {
        await Sandbox.PayAsync("older", AdminCall.InProcess);
        await Sandbox.CallAsync(SignedCall.Payout("newer", card: AdminCall.Fails));
        var seen = await Visitor.GetAsync("/");

        Assert.Equal(["newer", "older"], seen.Orders);
        Assert.Equal(["Error 10001", "In process"], seen.Each(".payouts tbody .status"));
        Assert.Equal(["455604-XX-XXXX-1740", "550784-XX-XXXX-2294"], seen.Each(".payouts .to"));
        Assert.Equal(["100.00 KZT", "100.00 KZT"], seen.Each(".payouts tbody .money"));
        Assert.Equal(["due 16:00:00", "due 16:00:05"], seen.Each(".payouts tbody .callback"));
        Assert.Equal("5000", seen.Page.QuerySelector("#list")!.GetAttribute("data-again"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("merchant=9970")]
    public async Task Pages_follow_each_other_without_gap_or_overlap(string scope)
    {
        await Sandbox.MakeAsync();
        for (var i = 1; i <= 120; i++)
        {
            await Sandbox.PayAsync(i.ToString("000", CultureInfo.InvariantCulture));
            if (i % 3 == 0)
                Sandbox.Time.Advance(TimeSpan.FromMilliseconds(1));
        }

        var walked = new List<string>();
        for (var address = "/?" + scope; address is not null;)
        {
            var seen = await Visitor.GetAsync(address);
            Assert.InRange(seen.Orders.Length, 1, 50);
            walked.AddRange(seen.Orders);
            address = seen.Older;
        }

        Assert.Equal([.. Enumerable.Range(1, 120).Reverse().Select(i => i.ToString("000", CultureInfo.InvariantCulture))], walked.ToArray());
    }

    [Fact]
    public async Task All_merchants_are_one_list_and_one_can_be_picked()
    {
        var (other, secret) = await Sandbox.MakeAsync();
        await Sandbox.PayAsync("a");
        Sandbox.Time.Advance(TimeSpan.FromSeconds(1));
        await Sandbox.PayAsync("b", merchant: other, secret: secret);
        Sandbox.Time.Advance(TimeSpan.FromSeconds(1));
        await Sandbox.PayAsync("c");

        Assert.Equal(["c", "b", "a"], (await Visitor.GetAsync("/")).Orders);
        Assert.Equal(["c", "a"], (await Visitor.GetAsync("/?merchant=9970")).Orders);
        Assert.Equal(["b"], (await Visitor.GetAsync($"/?merchant={other}")).Orders);
        Assert.Equal(404, (await Visitor.GetAsync("/?merchant=1")).Status);
    }

    [Theory]
    [InlineData("status=ok", "paid", "iban")]
    [InlineData("status=error", "failed")]
    [InlineData("status=process", "waits")]
    [InlineData("method=to_iban", "iban")]
    [InlineData("q=ai", "waits", "paid", "failed")]
    [InlineData("q=8252", "paid")]
    [InlineData("q=%25")]
    [InlineData("q=_")]
    [InlineData("status=nonsense&method=nonsense&before=nonsense", "waits", "failed", "paid", "iban")]
    public async Task Filters_find(string query, params string[] orders)
    {
        await Sandbox.CallAsync(FamilyCall.ToIban("iban"));
        await Sandbox.PayAsync("paid");
        await Sandbox.CallAsync(SignedCall.Payout("failed", card: AdminCall.Fails));
        await Sandbox.PayAsync("waits", AdminCall.InProcess);
        var found = (await Visitor.GetAsync("/?" + query)).Orders;
        Assert.Equal([.. orders.Order(StringComparer.Ordinal)], found.Order(StringComparer.Ordinal).ToArray());
    }

    [Fact]
    public async Task A_payment_id_is_found_and_nothing_is_told_kindly()
    {
        var id = await Sandbox.PayAsync("one");
        Assert.Equal(["one"], (await Visitor.GetAsync($"/?q={id}")).Orders);
        var nothing = await Visitor.GetAsync("/?q=none-of-this");
        Assert.Equal("Nothing found", nothing.From(".empty h2"));
        Assert.Equal("/?merchant=9970", nothing.Page.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_card_number_that_is_searched_for_does_not_stay_in_the_address()
    {
        await Sandbox.PayAsync("one");
        var answer = await Visitor.GetAsync("/?q=" + AdminCall.Success);
        Assert.Equal((303, "/?merchant=9970&q=467159-XX-XXXX-8252"), (answer.Status, answer.Location));
        Assert.Equal(["one"], (await Visitor.GetAsync(answer.Location!)).Orders);
    }
}
