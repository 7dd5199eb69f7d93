using FreedomPaySandbox.Client;
using FreedomPaySandbox.Client.AspNetCore;
using FreedomPaySandbox.ContractTests.Callbacks;

namespace FreedomPaySandbox.ContractTests.Client;

public sealed class CallbackTurnsTests
{
    private static readonly CallbackIdentity s_ok = new(1, CallbackStatus.Ok);

    private readonly KeyedLock _turns = new();

    [Fact]
    public async Task The_same_callback_waits_for_its_turn()
    {
        var first = await TakeAsync(s_ok);
        var second = TakeAsync(s_ok);
        var third = TakeAsync(s_ok);
        Assert.False(second.IsCompleted);

        first.Dispose();
        (await second.WaitAsync(Patience.Limit)).Dispose();
        (await third.WaitAsync(Patience.Limit)).Dispose();
        Assert.Equal(0, _turns.Count);
    }

    [Fact]
    public async Task Another_one_does_not_wait()
    {
        using var first = await TakeAsync(s_ok);
        using var payment = await TakeAsync(s_ok with { PaymentId = 2 }).WaitAsync(Patience.Limit);
        using var status = await TakeAsync(s_ok with { Status = CallbackStatus.Error }).WaitAsync(Patience.Limit);
        Assert.Equal(3, _turns.Count);
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_nothing_behind()
    {
        using var givingUp = new CancellationTokenSource();
        var first = await TakeAsync(s_ok);
        var second = _turns.TakeAsync(s_ok, givingUp.Token);
        await givingUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        Assert.Equal(1, _turns.Count);
        first.Dispose();
        Assert.Equal(0, _turns.Count);
    }

    private Task<IDisposable> TakeAsync(CallbackIdentity identity) => _turns.TakeAsync(identity, CancellationToken.None);
}
