using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Postgres;
using FreedomPaySandbox.ContractTests.Processes;
using FreedomPaySandbox.ContractTests.Steering;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Sharing;

/// <summary>A database that goes away and comes back, or was never there.</summary>
[Collection(OwnProcesses.Name)]
public sealed class LostDatabaseTests
{
    [ClusterFact]
    [Proves("E-12")]
    public async Task While_it_is_away_calls_are_answered_9999_and_when_it_is_back_all_goes_on()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        await using var inbox = await MerchantEndpoint.StartAsync();
        await using var sandbox = await SandboxProcess.StartAsync("--store", cluster.ConnectionString);
        using var client = new HttpClient { BaseAddress = sandbox.Url };
        var merchant = SteeredMerchant.Default(client);
        Assert.Equal("ok", (await merchant.PayAsync("BEFORE", inbox.Link())).Outcome);
        await inbox.ComeAsync(1, "BEFORE");
        var said = new List<string> { sandbox.Banner, await TextAsync(client, "__admin/config"), await TextAsync(client, "__admin/health") };

        await cluster.StopServerAsync();

        Assert.Equal("9999", (await merchant.PayAsync("DURING", inbox.Link())).Outcome);
        using (var ready = await client.GetAsync(new Uri("readyz", UriKind.Relative)))
        {
            said.Add(await ready.Content.ReadAsStringAsync());
            Assert.Equal(503, (int)ready.StatusCode);
            Assert.StartsWith("not ready: the store does not answer: ", said[^1], StringComparison.Ordinal);
        }

        Assert.Equal(503, (await new AdminClient(client).SendAsync(HttpMethod.Get, "payouts")).Status);
        Assert.Equal("live\n", await TextAsync(client, "livez"));

        await cluster.StartServerAsync();

        Assert.Equal("ready\n", await TextAsync(client, "readyz"));
        Assert.Equal("ok", (await merchant.PayAsync("DURING", inbox.Link())).Outcome);
        await inbox.ComeAsync(1, "DURING");
        await sandbox.SignalAsync("TERM");
        var end = await sandbox.EndAsync();
        Assert.Equal(0, end.ExitCode);
        Assert.All([.. said, end.Output, end.Error], text => Assert.DoesNotContain(PostgresCluster.Password, text, StringComparison.Ordinal));
        Assert.Contains("PostgreSQL, 127.0.0.1:", sandbox.Banner, StringComparison.Ordinal);
        Assert.Contains("the sandbox itself failed", end.Output, StringComparison.Ordinal);
    }

    [ClusterFact]
    public async Task Sandboxes_hear_each_other_again_when_it_is_back()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        await using var inbox = await MerchantEndpoint.StartAsync();
        var settings = new SandboxSettings { Store = cluster.ConnectionString };
        await using var a = await SteeredSandbox.StartAsync(settings: settings);
        await using var b = await SteeredSandbox.StartAsync(settings: settings);
        using var atA = await WatchAsync(a);
        using var atB = await WatchAsync(b);

        await cluster.StopServerAsync();
        await cluster.StartServerAsync();
        await BeatAsync(atA);
        await BeatAsync(atB);

        var made = await a.Admin.PostAsync("merchants", new { });
        var there = new SteeredMerchant(b.Client, (long)made["id"]!, (string)made["payoutSecret"]!);
        Assert.Equal("ok", (await there.PayAsync("ORD1", inbox.Link())).Outcome);
    }

    [LinuxFact]
    public async Task A_sandbox_on_a_file_loads_nothing_of_PostgreSQLs()
    {
        await using var sandbox = await SandboxProcess.StartAsync();
        using var client = new HttpClient { BaseAddress = sandbox.Url };
        await SteeredMerchant.Default(client).PayAsync("ORD1", "http://127.0.0.1:9/post");
        await TextAsync(client, "__admin/config");

        var maps = await File.ReadAllTextAsync($"/proc/{sandbox.Id}/maps");

        Assert.Contains("Microsoft.Data.Sqlite", maps, StringComparison.Ordinal);
        Assert.DoesNotContain("Npgsql", maps, StringComparison.Ordinal);
    }

    [ClusterFact]
    public async Task A_wrong_password_is_said_and_not_shown()
    {
        await using var cluster = await PostgresCluster.StartAsync();

        await using var sandbox = SandboxProcess.Run("--url", "http://127.0.0.1:0", "--store", cluster.ConnectionString + "-wrong");
        var end = await sandbox.EndAsync();

        Assert.Equal(1, end.ExitCode);
        Assert.Contains("password authentication failed", end.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(PostgresCluster.Password, end.Error + end.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=9;Database=sandbox;Username=me;Password=hush-hush", "The store 127.0.0.1:9/sandbox cannot be opened: ")]
    [InlineData("Host=nowhere.invalid;Database=sandbox;Username=me;Password=hush-hush", "The store nowhere.invalid:5432/sandbox cannot be opened: ")]
    public async Task One_that_is_not_there_at_the_start_ends_the_sandbox_with_1(string store, string said)
    {
        await using var sandbox = SandboxProcess.Run("--url", "http://127.0.0.1:0", "--store", store);
        var end = await sandbox.EndAsync();

        Assert.Equal(1, end.ExitCode);
        Assert.StartsWith(said, end.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", end.Error + end.Output, StringComparison.Ordinal);
    }

    private static Task<string> TextAsync(HttpClient client, string path) => client.GetStringAsync(new Uri(path, UriKind.Relative));

    private static async Task<StreamReader> WatchAsync(SteeredSandbox sandbox)
    {
        var stream = new StreamReader(await sandbox.Client.GetStreamAsync(new Uri("/dashboard/events", UriKind.Relative)));
        await BeatAsync(stream);
        return stream;
    }

    private static async Task BeatAsync(StreamReader stream)
    {
        var patience = Patience.For("a beat of the dashboard's events");
        while (await stream.ReadLineAsync().WaitAsync(patience.Left) is { } line && line != "data: beat")
        {
            // Silence.
        }
    }
}
