using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.ContractTests.Storage;

public sealed class StoreRoundsTests
{
    [Fact]
    public async Task Whoever_asks_a_store_that_is_away_is_told_so_each_time()
    {
        await using var writer = new StoreWriter(_ => throw new StoreFaultException("away", new IOException()), mostAtOnce: 8);
        var rounds = new RequestBatcher<int, int>(writer, (_, asked) => Task.FromResult(asked), _ => 1);

        for (var times = 0; times < 3; times++)
        {
            var asking = Enumerable.Range(0, 5).Select(number => rounds.AskAsync(number, CancellationToken.None)).ToList();
            foreach (var one in asking)
                await Assert.ThrowsAsync<StoreFaultException>(() => one.WaitAsync(Patience.Limit));
        }
    }

    [Fact]
    public async Task Whoever_asks_a_store_that_has_closed_is_told_so()
    {
        var writer = new StoreWriter(_ => throw new StoreFaultException("away", new IOException()), mostAtOnce: 8);
        var rounds = new RequestBatcher<int, int>(writer, (_, asked) => Task.FromResult(asked), _ => 1);
        await writer.DisposeAsync();

        for (var times = 0; times < 2; times++)
            await Assert.ThrowsAsync<System.Threading.Channels.ChannelClosedException>(() => rounds.AskAsync(1, CancellationToken.None).WaitAsync(Patience.Limit));
    }
}
