using FreedomPaySandbox.ContractTests.Postgres;
using FreedomPaySandbox.ContractTests.Sharing;
using FreedomPaySandbox.ContractTests.Steering;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Outsiders;

// From a Go test suite that makes and removes a merchant per test: a late call of one test stood in the journal of the next.
public sealed class MerchantIdTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("ids-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task The_id_of_a_removed_merchant_is_not_given_out_again()
    {
        await using var sandbox = await SteeredSandbox.StartAsync();
        var given = new List<long>();
        for (var number = 0; number < 5; number++)
        {
            given.Add(await MakeAsync(sandbox));
            await RemoveAsync(sandbox, given[^1]);
        }

        Assert.Equal(given.Distinct(), given);
    }

    [Fact]
    public async Task An_id_that_somebody_chose_and_removed_is_not_given_out_either()
    {
        await using var sandbox = await SteeredSandbox.StartAsync();
        var first = await MakeAsync(sandbox);
        foreach (var chosen in new[] { first + 1, first + 2, long.MaxValue })
        {
            await sandbox.MakeAsync(new { id = chosen });
            await RemoveAsync(sandbox, chosen);
        }

        Assert.Equal(first + 3, await MakeAsync(sandbox));
    }

    [Fact]
    public async Task Who_chooses_an_id_may_choose_it_again()
    {
        await using var sandbox = await SteeredSandbox.StartAsync();
        for (var times = 0; times < 2; times++)
        {
            await sandbox.MakeAsync(new { id = 530_123 });
            await RemoveAsync(sandbox, 530_123);
        }

        Assert.DoesNotContain(await sandbox.Admin.ListAsync("merchants"), merchant => (long)merchant!["id"]! == 530_123);
    }

    [Fact]
    public async Task A_kept_store_remembers_which_ids_it_has_given_out()
    {
        var settings = new SandboxSettings { Store = Path.Combine(_directory.FullName, "sandbox.db") };
        long before;
        await using (var first = await SteeredSandbox.StartAsync(settings: settings))
        {
            before = await MakeAsync(first);
            await RemoveAsync(first, before);
        }

        await using var second = await SteeredSandbox.StartAsync(settings: settings);

        Assert.NotEqual(before, await MakeAsync(second));
    }

    [PostgresFact]
    public async Task Sandboxes_on_one_database_give_out_each_id_once()
    {
        await using var shared = await SharedDatabase.CreateAsync();
        var (a, b) = await shared.StartTwoAsync();
        var given = new List<long>();
        foreach (var (maker, remover) in new[] { (a, b), (b, a), (a, a), (b, b) })
        {
            given.Add(await MakeAsync(maker));
            await RemoveAsync(remover, given[^1]);
        }

        Assert.Equal(given.Distinct(), given);
    }

    private static async Task<long> MakeAsync(SteeredSandbox sandbox) => (long)(await sandbox.Admin.PostAsync("merchants", new { }))["id"]!;

    private static async Task RemoveAsync(SteeredSandbox sandbox, long id) =>
        Assert.Equal(204, (await sandbox.Admin.SendAsync(HttpMethod.Delete, $"merchants/{id}")).Status);
}
