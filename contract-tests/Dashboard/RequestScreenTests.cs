using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Web.Dashboard;
using FreedomPaySandbox.Emulator.Web.Dashboard.Screens;
using FreedomPaySandbox.Emulator.Web.Dashboard.Views;

namespace FreedomPaySandbox.ContractTests.Dashboard;

public sealed class RequestScreenTests : DashboardTest
{
    [Fact]
    public async Task Calls_come_newest_first_and_by_outcome_operation_and_order()
    {
        await Sandbox.PayAsync("one");
        await Sandbox.CallAsync(SignedCall.Payout("two").With("pg_sig", "wrong"));
        await Sandbox.CallAsync(FamilyCall.Balance());
        await Sandbox.CallAsync(SignedCall.Payout("three", merchant: 77));

        Assert.Equal(["balance_status", "p2p2nonreg", "p2p2nonreg"], (await Visitor.GetAsync("/requests")).Each(".requests .what a"));
        Assert.Equal(["two"], (await Visitor.GetAsync("/requests?outcome=error%201100")).Each(".requests .to"));
        Assert.Equal(["balance_status"], (await Visitor.GetAsync("/requests?operation=balance_status")).Each(".requests .what a"));
        Assert.Equal(["one"], (await Visitor.GetAsync("/requests?order=one")).Each(".requests .to"));
    }

    [Fact]
    public async Task Calls_of_nobody_are_among_those_of_all()
    {
        await Sandbox.MakeAsync();
        await Sandbox.CallAsync(SignedCall.Payout("three", merchant: 77));
        var seen = await Visitor.GetAsync("/requests");
        Assert.Equal(["three"], seen.Each(".requests .to"));
        Assert.Equal("/requests/0-1", seen.Page.QuerySelector(".requests .what a")!.GetAttribute("href"));
        Assert.Equal(200, (await Visitor.GetAsync("/requests/0-1")).Status);
    }

    [Fact]
    public async Task A_long_list_goes_on()
    {
        for (var i = 0; i < 60; i++)
            await Sandbox.CallAsync(FamilyCall.Balance());
        var first = await Visitor.GetAsync("/requests");
        var second = await Visitor.GetAsync(first.Older!);
        Assert.Equal((50, 10, null), (first.Each(".requests .what").Length, second.Each(".requests .what").Length, second.Older));
    }

    [Fact]
    public async Task A_call_shows_its_fields_and_its_answer_and_leads_to_its_payout()
    {
        var payment = await Sandbox.PayAsync("one");
        var seen = await Visitor.GetAsync("/requests/9970-1");
        Assert.Equal("POST /g2g/p2p2nonreg", seen.Heading);
        Assert.Contains("467159-XX-XXXX-8252", seen.Each("#received dd"), StringComparer.Ordinal);
        Assert.Contains($"<pg_payment_id>{payment}</pg_payment_id>", seen.Page.QuerySelector("#answered pre")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(seen.Page.QuerySelector($"a[href='/payouts/9970/{payment}']"));
        Assert.Null(seen.Page.QuerySelector("#diagnosis"));
    }

    [Fact]
    public async Task A_diagnosis_shows_where_two_texts_part()
    {
        await Sandbox.CallAsync(SignedCall.Payout());
        var state = Sandbox.GetAccount(9970);
        var entry = state.Journal.Find(1)!;
        var diagnosis = new DiagnosisView(
            "order", "The fields are in another order.", "p2p2nonreg;100;<b>", "p2p2nonreg;9970;100", FirstDifference: 11, new Dictionary<string, string>(StringComparer.Ordinal) { ["PHP"] = "ksort($fields);" });
        var visit = new Visit { Language = DashboardLanguage.English, Here = "/", Path = "/requests/9970-1", Picked = state };
        var moment = new Moment(entry.At, entry.At);

        var page = await DashboardRenderer.RenderAsync<RequestScreen, RequestDetail>(visit, new RequestDetail(entry, moment, Tone.Bad, diagnosis));
        var seen = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page.Html);

        Assert.Equal(["100;<b>", "9970;100"], seen.QuerySelectorAll("#diagnosis mark").Select(mark => mark.TextContent).ToArray());
        Assert.Equal(["p2p2nonreg;100;<b>", "p2p2nonreg;9970;100"], seen.QuerySelectorAll("#diagnosis .beside pre").Select(text => text.TextContent).ToArray());
        Assert.Equal("ksort($fields);", seen.QuerySelector("#diagnosis details pre")!.TextContent);
    }
}
