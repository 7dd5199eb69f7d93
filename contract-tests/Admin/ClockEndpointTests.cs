using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Admin;

public sealed class ClockEndpointTests : SandboxTest
{
    private const string One = "/merchants/9970/clock";
    private const string All = "/clock";

    [Theory]
    [InlineData(One)]
    [InlineData(All)]
    public async Task A_clock_shows_goes_on_stands_and_goes_back(string place)
    {
        Assert.Equal("""{"now":"2026-01-15T09:00:00+00:00","frozen":false,"ahead":"0s"}""", (await Sandbox.GetAsync(place)).Is(200).Text);
        Assert.Equal("""{"now":"2026-01-15T08:30:00+00:00","frozen":false,"ahead":"-30m"}""", (await Sandbox.PutAsync(place, """{"now": "2026-01-15T14:30:00+06:00"}""")).Is(200).Text);
        Sandbox.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("""{"now":"2026-01-15T08:31:00+00:00","frozen":true}""", (await Sandbox.PutAsync(place, """{"frozen": true}""")).Is(200).Text);
        Sandbox.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("""{"now":"2027-01-01T00:00:00+00:00","frozen":true}""", (await Sandbox.PutAsync(place, """{"now": "2027-01-01T00:00:00Z"}""")).Is(200).Text);
        Assert.Equal("2027-01-01T02:00:00+00:00", (await Sandbox.PostAsync(place + "/advance", """{"by": "PT2H"}""")).Is(200).Said("now"));
        Sandbox.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("2027-01-01T02:00:00+00:00", (await Sandbox.GetAsync(place)).Said("now"));
        Assert.False((await Sandbox.PutAsync(place, """{"frozen": false}"""))["frozen"].GetBoolean());
        Sandbox.Time.Advance(TimeSpan.FromMinutes(1));
        var shown = await Sandbox.GetAsync(place);
        Assert.Equal("2027-01-01T02:01:00+00:00", shown.Said("now"));
        Assert.Equal(shown.Text, (await Sandbox.PutAsync(place, shown.Text)).Is(200).Text);
        Assert.Equal("""{"now":"2026-01-15T09:04:00+00:00","frozen":false,"ahead":"0s"}""", (await Sandbox.PostAsync(place + "/reset")).Is(200).Text);
    }

    [Fact]
    public async Task The_clock_of_one_is_no_others_and_that_of_all_is_everybodys_and_of_who_comes()
    {
        var (other, _) = await Sandbox.MakeAsync();
        await Sandbox.PostAsync(One + "/advance", """{"by": "1h"}""");
        Assert.Equal(("10:00", "09:00", "09:00"), (await TimeAsync(One), await TimeAsync($"/merchants/{other}/clock"), await TimeAsync(All)));

        await Sandbox.PostAsync(All + "/advance", """{"by": "2h"}""");
        var (later, _) = await Sandbox.MakeAsync();
        Assert.Equal(("12:00", "11:00", "11:00"), (await TimeAsync(One), await TimeAsync($"/merchants/{other}/clock"), await TimeAsync($"/merchants/{later}/clock")));

        await Sandbox.PutAsync(All, """{"now": "2026-01-15T20:00:00Z", "frozen": true}""");
        var (last, _) = await Sandbox.MakeAsync();
        Assert.Equal(("20:00", "20:00", "20:00"), (await TimeAsync(One), await TimeAsync(All), await TimeAsync($"/merchants/{last}/clock")));
        Assert.True((await Sandbox.GetAsync($"/merchants/{last}/clock"))["frozen"].GetBoolean());

        await Sandbox.PostAsync(All + "/reset");
        Assert.Equal(("09:00", "09:00", "09:00"), (await TimeAsync(One), await TimeAsync(All), await TimeAsync($"/merchants/{last}/clock")));
    }

    [Fact]
    public async Task A_merchant_with_a_clock_of_its_own_goes_back_to_that()
    {
        var (id, _) = await Sandbox.MakeAsync("""{"clock": "2026-03-01T12:00:00Z"}""");
        await Sandbox.PostAsync($"/merchants/{id}/clock/advance", """{"by": "5h"}""");
        Assert.Equal("17:00", await TimeAsync($"/merchants/{id}/clock"));
        Assert.Equal("2026-03-01T12:00:00+00:00", (await Sandbox.PostAsync($"/merchants/{id}/clock/reset")).Said("now"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"by": ""}""")]
    [InlineData("""{"by": "-1h"}""")]
    [InlineData("""{"by": "-PT1H"}""")]
    [InlineData("""{"by": "367d"}""")]
    [InlineData("""{"by": "P400D"}""")]
    [InlineData("""{"by": "soon"}""")]
    [InlineData("""{"by": "1e9s"}""")]
    [InlineData("""{"by": 60}""")]
    [InlineData("""{"by": null}""")]
    [InlineData("""{"by": ["1h"]}""")]
    public async Task A_clock_is_not_advanced_by_what_is_no_such_duration(string body)
    {
        foreach (var place in (string[])[One, All])
            Assert.Equal(["by: expected a duration up to 366d, such as 2h or PT2H; months and years have no fixed length."], (await Sandbox.PostAsync(place + "/advance", body)).Is(400).Errors);
        Assert.Equal("09:00", await TimeAsync(One));
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once()
    {
        var put = (await Sandbox.PutAsync(One, """{"now": "yesterday", "frozen": "yes", "speed": 2}""")).Is(400);
        Assert.Equal(["speed", "now", "frozen"], put.Errors.Select(error => error.Split(':', ' ')[0]), StringComparer.Ordinal);
        var advance = (await Sandbox.PostAsync(One + "/advance", """{"bye": "1h"}""")).Is(400);
        Assert.Equal(2, advance.Errors.Length);
        Assert.Equal("09:00", await TimeAsync(One));
    }

    [Theory]
    [InlineData("\"2026-01-15T09:00:00\"")]
    [InlineData("\"2026-01-15\"")]
    [InlineData("\"1969-01-01T00:00:00Z\"")]
    [InlineData("\"9999-01-01T00:00:00Z\"")]
    [InlineData("1768467600")]
    [InlineData("null")]
    public async Task A_moment_needs_its_distance_from_UTC(string now) =>
        Assert.StartsWith("now: expected a moment", (await Sandbox.PutAsync(One, $$"""{"now": {{now}}}""")).Is(400).Errors.Single(), StringComparison.Ordinal);

    [Fact]
    public async Task An_advance_tells_what_happened_on_the_way()
    {
        await using var good = await MerchantEndpoint.StartAsync();
        await using var bad = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500));
        await Sandbox.PutAsync("/merchants/9970", """{"settleAfter": "10m", "callbackSchedule": ["1h", "1h", "30h"]}""");
        await Sandbox.PayAsync("1", AdminCall.InProcess, link: good.Link());
        await Sandbox.PayAsync("2", link: bad.Link());

        foreach (var place in (string[])[One, All])
        {
            var told = (await Sandbox.PostAsync(place + "/advance", """{"by": "3h"}""")).Is(200);
            Assert.Equal(
                place == One
                    ? """{"now":"2026-01-15T12:00:00+00:00","settled":1,"attempts":3,"delivered":1,"deadLetters":0,"pending":1,"nextDue":"2026-01-16T17:00:00+00:00"}"""
                    : """{"now":"2026-01-15T12:00:00+00:00","settled":0,"attempts":0,"delivered":0,"deadLetters":0,"pending":1,"nextDue":"2026-01-16T17:00:00+00:00"}""",
                told.Text);
        }
    }

    [Fact]
    public async Task A_clock_that_is_set_while_it_advances_neither_stands_nor_goes_back()
    {
        var released = new TaskCompletionSource();
        await using var endpoint = await MerchantEndpoint.StartAsync(EndpointAnswers.Hang(released.Task));
        await Sandbox.PayAsync("1", link: endpoint.Link());
        var advance = Sandbox.PostAsync(One + "/advance", """{"by": "2h"}""");
        await endpoint.NextAsync();

        var put = Sandbox.PutAsync(One, """{"now": "2026-05-01T00:00:00Z"}""");

        // Time enough for the change to come to where it waits for its turn.
        for (var i = 0; i < 20; i++)
            (await Sandbox.GetAsync(One)).Is(200);
        Assert.Equal((false, false), (advance.IsCompleted, put.IsCompleted));
        released.SetResult();

        Assert.Equal("2026-01-15T11:00:00+00:00", (await advance.WaitAsync(Patience.Limit)).Is(200).Said("now"));
        var set = (await put.WaitAsync(Patience.Limit)).Is(200);
        Assert.Equal(("2026-05-01T00:00:00+00:00", false), (set.Said("now"), set["frozen"].GetBoolean()));
    }

    [Fact]
    public async Task Who_advances_a_merchant_that_is_removed_meanwhile_is_told()
    {
        await using var endpoint = await MerchantEndpoint.StartAsync(EndpointAnswers.Hang(new TaskCompletionSource().Task));
        await Sandbox.PayAsync("1", link: endpoint.Link());
        var advance = Sandbox.PostAsync(One + "/advance", """{"by": "2h"}""");
        await endpoint.NextAsync();
        (await Sandbox.DeleteAsync("/merchants/9970")).Is(204);
        (await advance.WaitAsync(Patience.Limit)).Is(409);
    }

    private async Task<string> TimeAsync(string place) => (await Sandbox.GetAsync(place)).Is(200).Said("now")[11..16];
}
