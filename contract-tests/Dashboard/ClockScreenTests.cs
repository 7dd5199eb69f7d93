using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.ContractTests.Dashboard;

public sealed class ClockScreenTests : DashboardTest
{
    private protected override Merchant[] Merchants => [CallbackSandbox.Merchant];

    [Fact]
    public async Task Advancing_tells_what_happened()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await Sandbox.PayAsync("one", AdminCall.InProcess, link: merchant.Link());
        var seen = await PressAsync("5s");
        Assert.Equal("Advanced. Settled: 1, attempts: 1, delivered: 1, dead letters: 0, still pending: 0.", seen.Flash);
        Assert.Equal(("15:00:05", "moved +5s"), (seen.From(".face"), seen.From(".clock .mark")));
    }

    [Fact]
    public async Task A_clock_stands_goes_on_and_is_set_back()
    {
        await PressAsync("2h");
        var seen = await PressAsync("stand");
        Sandbox.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(("The clock stands still.", "stands still"), (seen.Flash, seen.From(".clock .mark")));
        Assert.Equal("17:00:00", (await Visitor.GetAsync("/clock")).From(".face"));
        Assert.Null(seen.Page.QuerySelector("button[value=stand]"));

        seen = await PressAsync("go");
        Assert.Equal("The clock goes on.", seen.Flash);
        Assert.Equal("moved +1h 59m", seen.From(".clock .mark"));
        seen = await PressAsync("back");
        Assert.Equal(("The clock is where it began.", "15:01:00", "as this machine's"), (seen.Flash, seen.From(".face"), seen.From(".clock .mark")));
    }

    [Fact]
    public async Task All_clocks_move_at_once()
    {
        await Sandbox.MakeAsync();
        var seen = await Visitor.GetAsync("/clock");
        seen = await Visitor.PressAsync(seen.Form(".clock.all form"), ("do", "30m"));
        Assert.Equal(["15:30:00", "15:30:00"], seen.Each(".face"));
    }

    [Theory]
    [InlineData("-5s")]
    [InlineData("400d")]
    [InlineData("")]
    [InlineData("soon")]
    public async Task Other_buttons_there_are_none(string by) =>
        Assert.Equal(400, (await Visitor.PostAsync("/dashboard/clock", ("merchant", "9970"), ("do", by))).Status);

    private async Task<Seen> PressAsync(string button) =>
        await Visitor.PressAsync((await Visitor.GetAsync("/clock")).Form(".clocks form"), ("do", button));
}
