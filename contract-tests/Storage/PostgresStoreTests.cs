using FreedomPaySandbox.ContractTests.Postgres;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.ContractTests.Storage;

[NeedsPostgres]
public sealed class PostgresStoreTests : SharingContract
{
    private PostgresDatabase? _database;

    private protected override async Task<SandboxStore> OpenAsync()
    {
        _database ??= await PostgresDatabase.CreateAsync();
        return await SandboxStore.OpenAsync(_database.ConnectionString);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _database!.DisposeAsync();
    }

    [PostgresFact]
    public async Task Leases_of_the_living_stay_when_another_sandbox_joins()
    {
        await Scene.PayAsync("ORD1");
        var claimed = Assert.Single(await Scene.ClaimAsync());

        await using var another = await OpenAsync();

        var claim = new CallbackClaim(Scene.Lane, 10, Scene.Now, Scene.Now, StoreScene.Lease);
        Assert.Empty(await another.Callbacks.ClaimAsync(claim, CancellationToken.None));
        Advance(StoreScene.Lease);
        var later = claim with { Now = Scene.Now, Machine = Scene.Now };
        Assert.Equal(claimed.Key, Assert.Single(await another.Callbacks.ClaimAsync(later, CancellationToken.None)).Key);
    }

    [PostgresFact]
    public async Task Five_that_start_at_once_on_an_empty_database_find_one_schema_and_one_account()
    {
        await using var empty = await PostgresDatabase.CreateAsync();

        var stores = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SandboxStore.OpenAsync(empty.ConnectionString)));
        var accounts = await Task.WhenAll(stores.Select(store => new StoreScene(store, Clock).EnrolAsync()));

        Assert.Single(accounts.Distinct());
        foreach (var store in stores)
            await store.DisposeAsync();
    }
}
