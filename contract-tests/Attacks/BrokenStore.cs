using System.Net;
using System.Text;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Attacks;

/// <summary>A sandbox on a file of its own, and what it says while somebody does something to the file.</summary>
internal sealed class BrokenStore : IAsyncDisposable
{
    // What is asked later than this after a fault may not be told that all is well.
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(1);

    private readonly RunningSandbox _sandbox;
    private readonly DirectoryInfo? _folder;
    private FileStream? _opened;

    private BrokenStore(RunningSandbox sandbox, string path, DirectoryInfo? folder) => (_sandbox, Path, _folder) = (sandbox, path, folder);

    public string Path { get; }

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Starts one that has made a payout.</summary>
    public static async Task<BrokenStore> StartAsync(string? path = null)
    {
        var folder = path is null ? Directory.CreateTempSubdirectory("broken-") : null;
        path ??= System.IO.Path.Combine(folder!.FullName, "sandbox.db");
        var store = new BrokenStore(await RunningSandbox.StartAsync(new SandboxSettings { Store = path, Merchants = [RunningSandbox.Merchant] }), path, folder);
        await store.IsReadyAsync();
        Assert.Equal("ok", await store.PayAsync("BEFORE"));
        return store;
    }

    public async Task<string> PayAsync(string order) => (await _sandbox.CallAsync(SignedCall.Payout(order))).Outcome;

    /// <summary>Does something to the store, and returns what readiness says within a second of it.</summary>
    public async Task<string> BreakAsync(Action what)
    {
        what();
        var done = TimeProvider.System.GetTimestamp();
        var patience = Patience.For("a sandbox that says it is not ready");
        while (patience.GoesOn())
        {
            var begun = TimeProvider.System.GetElapsedTime(done);
            var (status, text) = await ReadyAsync();
            if (status == HttpStatusCode.ServiceUnavailable)
                return text;
            Assert.True(begun < s_limit, $"After {begun.TotalSeconds} s it still says {text}");
        }

        throw new InvalidOperationException();
    }

    /// <summary>Nothing is acknowledged, and callers are told that the store is away, not that the sandbox is broken.</summary>
    public async Task RefusesAsync(bool alsoToRead = true)
    {
        Assert.Equal("9999", await PayAsync("DURING"));
        Assert.Equal(503, await StatusAsync(HttpMethod.Post, "__admin/reset"));
        Assert.Equal(503, await StatusAsync(HttpMethod.Post, "__admin/merchants", "{}"));
        if (!alsoToRead)
            return;
        foreach (var path in new[] { "__admin/payouts", "__admin/health", "__admin/callbacks", "" })
            Assert.Equal((path, 503), (path, await StatusAsync(HttpMethod.Get, path)));
    }

    /// <summary>Puts the store right, and returns when the sandbox has come back by itself, with all that it had acknowledged.</summary>
    public async Task MendAsync(Action what)
    {
        what();
        await IsReadyAsync();
        Assert.Equal("ok", await PayAsync("AFTER"));
        var orders = (await _sandbox.PayoutsAsync()).Select(payout => payout.OrderId).Order(StringComparer.Ordinal);
        Assert.Equal("AFTER, BEFORE", string.Join(", ", orders));
    }

    /// <summary>Writes what stands in the log to the file.</summary>
    public Task CheckpointAsync() => _sandbox.Store.ReadAsync(
        session => session.QueryAsync(new Emulator.Storage.Statement("pragma wal_checkpoint(truncate)"), row => row.GetInt64(0)), CancellationToken.None);

    /// <summary>
    /// The file as it is. Not closed before the sandbox has closed its own: SQLite's locks in this process would go with it.
    /// </summary>
    public byte[] Bytes()
    {
        var bytes = new byte[RandomAccess.GetLength(Opened.SafeFileHandle)];
        RandomAccess.Read(Opened.SafeFileHandle, bytes, 0);
        return bytes;
    }

    /// <summary>Writes something else to the file.</summary>
    public void Overwrite(byte[] bytes)
    {
        RandomAccess.SetLength(Opened.SafeFileHandle, bytes.Length);
        RandomAccess.Write(Opened.SafeFileHandle, bytes, 0);
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        if (_opened is not null)
            await _opened.DisposeAsync();
        _folder?.Delete(recursive: true);
    }

    private FileStream Opened => _opened ??= new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

    private async Task IsReadyAsync()
    {
        var patience = Patience.For("a sandbox that is ready");
        while (patience.GoesOn())
        {
            if (await ReadyAsync() is (HttpStatusCode.OK, "ready\n"))
                return;
            await Task.Yield();
        }
    }

    private async Task<(HttpStatusCode Status, string Text)> ReadyAsync()
    {
        using var answer = await _sandbox.Client.GetAsync(new Uri("readyz", UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<int> StatusAsync(HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await _sandbox.Client.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
