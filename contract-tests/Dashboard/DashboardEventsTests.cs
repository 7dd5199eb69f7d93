using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Web.Dashboard;

namespace FreedomPaySandbox.ContractTests.Dashboard;

public sealed class DashboardEventsTests
{
    private static readonly TimeSpan s_breath = TimeSpan.FromMilliseconds(250);

    [Fact]
    public async Task A_change_is_told_and_many_at_once_are_told_once()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var stream = await WatchAsync(sandbox, "");
        Assert.Equal("data: beat", await NextAsync(stream));

        for (var i = 0; i < 20; i++)
            await sandbox.PayAsync($"{i}");
        var next = NextAsync(stream);
        Assert.False(next.IsCompleted);
        await AdvanceUntilAsync(sandbox, next);
        Assert.Equal("data: beat", await next);

        // All twenty were told of; what follows is silence, until it is time to show that somebody is there.
        next = NextAsync(stream);
        await AdvanceUntilAsync(sandbox, next);
        Assert.Equal(": still here", await next);
    }

    [Fact]
    public async Task Only_the_merchant_that_is_watched_beats()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var (other, secret) = await sandbox.MakeAsync();
        using var stream = await WatchAsync(sandbox, $"?merchant={other}");
        await NextAsync(stream);
        await sandbox.PayAsync("not mine");
        var next = NextAsync(stream);
        await AdvanceUntilAsync(sandbox, next);
        Assert.Equal(": still here", await next);

        await sandbox.PayAsync("mine", merchant: other, secret: secret);
        next = NextAsync(stream);
        await AdvanceUntilAsync(sandbox, next);
        Assert.Equal("data: beat", await next);
    }

    [Fact]
    public async Task It_ends_with_the_sandbox_which_does_not_wait_for_it()
    {
        var sandbox = await RunningSandbox.StartAsync();
        using var client = new HttpClient();
        using var stream = new StreamReader(await client.GetStreamAsync(new Uri(sandbox.Address, "/dashboard/events")));
        Assert.Equal("data: beat", await NextAsync(stream));
        await sandbox.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Watchers_are_so_many_and_no_more()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = int.MaxValue });
        var streams = new List<Stream>();
        for (var i = 0; i < DashboardEvents.MostWatchers; i++)
            streams.Add(await client.GetStreamAsync(new Uri(sandbox.Address, "/dashboard/events")));
        using var refused = await client.GetAsync(new Uri(sandbox.Address, "/dashboard/events"));
        Assert.Equal(503, (int)refused.StatusCode);
        foreach (var stream in streams)
            await stream.DisposeAsync();
    }

    [Fact]
    public async Task A_merchant_that_is_not_there_is_not_watched()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(sandbox.Address, "/dashboard/events?merchant=1"));
        Assert.Equal(404, (int)answer.StatusCode);
    }

    private static async Task<StreamReader> WatchAsync(RunningSandbox sandbox, string query) =>
        new(await sandbox.Client.GetStreamAsync(new Uri(sandbox.Address, "/dashboard/events" + query)));

    private static async Task<string?> NextAsync(StreamReader stream)
    {
        var patience = Patience.For("a line of the dashboard's events");
        string? line;
        do
            line = await stream.ReadLineAsync().WaitAsync(patience.Left);
        while (line is "");
        return line;
    }

    // The sandbox may begin to wait only after the clock was moved, so it is moved until there is an answer.
    private static async Task AdvanceUntilAsync(RunningSandbox sandbox, Task answer)
    {
        var patience = Patience.For("an answer while the clock is moved");
        while (!answer.IsCompleted && patience.GoesOn())
        {
            sandbox.Time.Advance(s_breath);
            await Task.WhenAny(answer, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System));
        }
    }
}
