using Bogus;
using FreedomPaySandbox.ContractTests.Callbacks;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>Many test suites on one sandbox, each with a merchant of its own, do not notice each other.</summary>
public sealed class ManyMerchantsTests
{
    private const int Merchants = 64;
    private const int Rounds = 4;

    [Fact]
    public async Task Sixty_four_merchants_each_see_exactly_their_own()
    {
        await using var inbox = await MerchantEndpoint.StartAsync();
        await using var sandbox = await SteeredSandbox.StartAsync();

        await Task.WhenAll(Enumerable.Range(1, Merchants).Select(LiveAsync));

        // The one that the sandbox was started with did nothing.
        Assert.Empty(await SteeredMerchant.Default(sandbox.Client).RequestsAsync());
        Assert.Empty(await sandbox.Admin.ListAsync("merchants/9970/payouts"));

        async Task LiveAsync(int number)
        {
            var merchant = await sandbox.MakeAsync(new
            {
                balance = BusyMerchant.Opening,
                seed = 7,
                clock = number % 2 == 0 ? "machine" : $"2026-01-{1 + (number % 28):00}T09:00:00Z",
            });
            await new BusyMerchant(merchant, inbox, new Randomizer(number)).LiveAsync(Rounds);
        }
    }
}
