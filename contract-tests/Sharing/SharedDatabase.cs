using FreedomPaySandbox.ContractTests.Postgres;
using FreedomPaySandbox.ContractTests.Steering;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Sharing;

/// <summary>A database and the sandboxes on it, all in this process and each with an address of its own.</summary>
internal sealed class SharedDatabase : IAsyncDisposable
{
    private readonly PostgresDatabase _database;
    private readonly List<SteeredSandbox> _sandboxes = [];

    private SharedDatabase(PostgresDatabase database) => _database = database;

    public PostgresDatabase Database => _database;

    public static async Task<SharedDatabase> CreateAsync() => new(await PostgresDatabase.CreateAsync());

    /// <summary>Starts another sandbox on it.</summary>
    public async Task<SteeredSandbox> StartAsync(SandboxSettings? settings = null)
    {
        var sandbox = await SteeredSandbox.StartAsync(settings: (settings ?? new SandboxSettings()) with { Store = _database.ConnectionString });
        lock (_sandboxes)
            _sandboxes.Add(sandbox);
        return sandbox;
    }

    /// <summary>Starts two.</summary>
    public async Task<(SteeredSandbox A, SteeredSandbox B)> StartTwoAsync(SandboxSettings? settings = null) =>
        (await StartAsync(settings), await StartAsync(settings));

    public async ValueTask DisposeAsync()
    {
        foreach (var sandbox in _sandboxes)
            await sandbox.DisposeAsync();
        await _database.DisposeAsync();
    }
}
