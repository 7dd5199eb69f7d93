using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Testing;

/// <summary>A sandbox in a test's own process begins and ends without a trace.</summary>
public sealed class SandboxStartTests
{
    [Fact]
    public async Task Twenty_start_at_once_in_one_process()
    {
        using var service = new HttpClient();
        var sandboxes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Sandbox.StartAsync()));
        Assert.Equal(20, sandboxes.Select(sandbox => sandbox.Address.Port).Distinct().Count());
        await Task.WhenAll(sandboxes.Select(async sandbox =>
        {
            var merchant = await sandbox.CreateMerchantAsync();
            Assert.Equal("ok", await ServiceCall.PayAsync(service, sandbox, merchant, "1234", PayoutCall.Success, DeadEnd.Link));
            await merchant.Payouts.SingleAsync(order: "1234");
            await sandbox.DisposeAsync();
        }));
    }

    [Fact]
    public async Task An_ended_one_leaves_neither_port_nor_store()
    {
        using var service = new HttpClient();
        var sandbox = await Sandbox.StartAsync();
        await ServiceCall.PayAsync(service, sandbox, await sandbox.GetMerchantAsync(9970), "of-the-store-that-goes", PayoutCall.Success, DeadEnd.Link);
        var store = StoreWith("of-the-store-that-goes");

        await sandbox.DisposeAsync();
        await sandbox.DisposeAsync();
        Assert.False(File.Exists(store));
        using var listener = new TcpListener(IPAddress.Loopback, sandbox.Address.Port);
        listener.Start();
    }

    [Fact]
    public async Task An_ended_one_is_let_go_by_all_threads_and_timers()
    {
        var trace = await UsedAndEndedAsync();
        for (var i = 0; i < 500 && trace.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        Assert.False(trace.IsAlive);
    }

    [Fact]
    public async Task A_kept_store_is_found_again_and_held_by_one()
    {
        using var store = new TemporaryStore();
        using var service = new HttpClient();
        await using (var first = await Sandbox.StartAsync(new SandboxOptions { Store = store.Path }))
        {
            await ServiceCall.PayAsync(service, first, await first.GetMerchantAsync(9970), "1234", PayoutCall.Success, DeadEnd.Link);
            var held = await Assert.ThrowsAsync<SandboxException>(() => Sandbox.StartAsync(new SandboxOptions { Store = store.Path }));
            Assert.Contains("in use by another sandbox", held.Message, StringComparison.Ordinal);
        }

        await using var second = await Sandbox.StartAsync(new SandboxOptions { Store = store.Path });
        await second.Payouts.SingleAsync(order: "1234");
    }

    [Fact]
    public async Task A_seed_repeats_what_the_default_merchant_gets()
    {
        var time = new ManualTime();
        var (one, other) = (await PaidAsync(), await PaidAsync());
        Assert.Equal(one, other);
        Assert.Equal(time.GetUtcNow(), one.CreatedAt);

        async Task<SandboxPayout> PaidAsync()
        {
            using var service = new HttpClient();
            await using var sandbox = await Sandbox.StartAsync(new SandboxOptions { Seed = 5, Time = time });
            await ServiceCall.PayAsync(service, sandbox, await sandbox.GetMerchantAsync(9970), "1234", PayoutCall.Success, DeadEnd.Link);
            return await sandbox.Payouts.SingleAsync();
        }
    }

    [Fact]
    public async Task The_log_goes_where_one_says_even_if_nobody_takes_it()
    {
        var lines = new System.Collections.Concurrent.ConcurrentQueue<string>();
        using var service = new HttpClient();
        await using var sandbox = await Sandbox.StartAsync(new SandboxOptions
        {
            Log = line =>
            {
                lines.Enqueue(line);
                throw new InvalidOperationException("The test is over.");
            },
        });
        Assert.Equal("ok", await ServiceCall.PayAsync(service, sandbox, await sandbox.GetMerchantAsync(9970), "1234", PayoutCall.Success, DeadEnd.Link));
        await sandbox.Requests.WaitForAsync();
        Assert.Contains(lines, line => line.StartsWith("POST /g2g/p2p2nonreg merchant 9970 order 1234 → ok", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fixture_is_a_sandbox_until_it_is_disposed_of()
    {
        var fixture = new SandboxFixture();
        await fixture.Sandbox.CreateMerchantAsync();
        fixture.Dispose();
        await Assert.ThrowsAsync<SandboxException>(() => Sandbox.ConnectAsync(fixture.Sandbox.Address));

        await using var other = new SandboxFixture();
        await other.Sandbox.CreateMerchantAsync();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> UsedAndEndedAsync()
    {
        // Whatever of the sandbox is still alive holds its log.
        var log = new List<string>();
        using var service = new HttpClient();
        await using var sandbox = await Sandbox.StartAsync(new SandboxOptions { Log = log.Add });
        var merchant = await sandbox.CreateMerchantAsync();
        await ServiceCall.PayAsync(service, sandbox, merchant, "1234", PayoutCall.Success, DeadEnd.Link);
        await merchant.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.NotEmpty(log);
        return new WeakReference(log);
    }

    // The file that holds an order of its own.
    private static string StoreWith(string order) => Directory
        .EnumerateFiles(Path.GetTempPath(), $"freedompay-sandbox-{Environment.ProcessId}-*.db*")
        .First(file => GetText(file).Contains(order, StringComparison.Ordinal));

    private static string GetText(string file)
    {
        try
        {
            using var text = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), System.Text.Encoding.Latin1);
            return text.ReadToEnd();
        }
        catch (IOException)
        {
            return ""; // another test's, gone meanwhile or held
        }
    }
}
