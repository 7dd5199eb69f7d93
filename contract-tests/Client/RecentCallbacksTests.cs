using FreedomPaySandbox.Client;
using FreedomPaySandbox.Client.AspNetCore;

namespace FreedomPaySandbox.ContractTests.Client;

public sealed class RecentCallbacksTests
{
    private readonly RecentCallbacks _memory = new();

    [Fact]
    public async Task Payment_id_and_status_make_a_callback_known()
    {
        await RememberAsync(Create(1));
        Assert.True(await KnowsAsync(Create(1) with { Salt = "another", Balance = Protocol.Amount.Zero }));
        Assert.False(await KnowsAsync(Create(1) with { Status = CallbackStatus.Error }));
        Assert.False(await KnowsAsync(Create(2)));
    }

    [Fact]
    public async Task The_oldest_is_forgotten_after_ten_thousand()
    {
        for (var payment = 1; payment <= RecentCallbacks.Capacity; payment++)
            await RememberAsync(Create(payment));
        await RememberAsync(Create(1));
        Assert.True(await KnowsAsync(Create(1)));

        await RememberAsync(Create(RecentCallbacks.Capacity + 1));
        Assert.False(await KnowsAsync(Create(1)));
        Assert.True(await KnowsAsync(Create(2)));
    }

    private static Callback Create(long payment) => new(payment, "order", CallbackStatus.Ok);

    private ValueTask RememberAsync(Callback callback) => _memory.RememberAsync(callback, CancellationToken.None);

    private ValueTask<bool> KnowsAsync(Callback callback) => _memory.KnowsAsync(callback, CancellationToken.None);
}
