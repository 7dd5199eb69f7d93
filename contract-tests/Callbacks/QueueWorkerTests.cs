using System.Net;
using FreedomPaySandbox.ContractTests.Storage;
using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;

namespace FreedomPaySandbox.ContractTests.Callbacks;

public sealed class QueueWorkerTests : IAsyncLifetime, IDisposable
{
    private readonly ManualTime _time = new();
    private readonly CancellationTokenSource _abandon = new();
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StoreScene _scene = null!;
    private SandboxMetrics _metrics = null!;

    public async Task InitializeAsync()
    {
        _scene = await StoreScene.OpenTemporaryAsync(_time);
        _metrics = new SandboxMetrics(_scene.Store);
    }

    public Task DisposeAsync() => _scene.DisposeAsync().AsTask();

    public void Dispose()
    {
        _metrics.Dispose();
        _abandon.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public async Task Never_more_attempts_are_under_way_than_allowed_and_never_fewer_than_possible(int concurrency)
    {
        const int Pending = 50;
        var arrived = new SemaphoreSlim(0);
        var merchant = new StubMerchant(async (_, cancellation) =>
        {
            arrived.Release();
            await _released.Task.WaitAsync(cancellation);
            return StubMerchant.Status(HttpStatusCode.OK);
        });
        for (var number = 1; number <= Pending; number++)
            await _scene.PayAsync($"ORD{number}");
        var worker = Worker(merchant, concurrency);

        worker.Wake();
        for (var number = 1; number <= concurrency; number++)
            Assert.True(await arrived.WaitAsync(Patience.Limit));
        _released.SetResult();
        for (var number = concurrency + 1; number <= Pending; number++)
            Assert.True(await arrived.WaitAsync(Patience.Limit));
        await worker.DrainAsync().WaitAsync(Patience.Limit);

        Assert.Equal(concurrency, merchant.MostUnderWay);
        Assert.All((await _scene.Store.CallbacksAsync()).AssertNotEmpty(), callback => Assert.Equal((CallbackState.Delivered, 1), (callback.State, callback.Attempts)));
    }

    // Nothing but the wake-ups looks for work here: one that is lost while the worker claims leaves its callback behind.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task No_wake_up_is_lost_while_the_worker_claims(int concurrency)
    {
        const int Rounds = 400;
        const int Payers = 4;
        var arrived = new SemaphoreSlim(0);
        var merchant = new StubMerchant((_, _) =>
        {
            arrived.Release();
            return Task.FromResult(StubMerchant.Status(HttpStatusCode.OK));
        });
        var worker = Worker(merchant, concurrency);

        await Parallel.ForAsync(0, Payers, async (payer, cancellation) =>
        {
            for (var round = 0; round < Rounds / Payers; round++)
            {
                await _scene.PayAsync($"ORD{payer}-{round}");
                worker.Wake();
                Assert.True(await arrived.WaitAsync(Patience.Limit, cancellation), "a callback was left behind");
            }
        });
        await worker.DrainAsync().WaitAsync(Patience.Limit);

        Assert.All((await _scene.Store.CallbacksAsync()).AssertNotEmpty(), callback => Assert.Equal((CallbackState.Delivered, 1), (callback.State, callback.Attempts)));
    }

    [Fact]
    public async Task A_worker_with_nothing_left_to_do_says_so()
    {
        var idle = new TaskCompletionSource<QueueWorker>(TaskCreationOptions.RunContinuationsAsynchronously);
        var merchant = new StubMerchant((_, _) => Task.FromResult(StubMerchant.Status(HttpStatusCode.OK)));
        await _scene.PayAsync("ORD1");
        var worker = Worker(merchant, concurrency: 2, onIdle: worker => idle.TrySetResult(worker));
        Assert.True(worker.IsIdle);

        worker.Wake();

        Assert.Same(worker, await idle.Task.WaitAsync(Patience.Limit));
    }

    [Fact]
    public async Task Once_draining_nothing_more_is_claimed_and_what_is_under_way_ends()
    {
        var arrived = new SemaphoreSlim(0);
        var merchant = new StubMerchant(async (_, cancellation) =>
        {
            arrived.Release();
            await _released.Task.WaitAsync(cancellation);
            return StubMerchant.Status(HttpStatusCode.OK);
        });
        for (var number = 1; number <= 3; number++)
            await _scene.PayAsync($"ORD{number}");
        var worker = Worker(merchant, concurrency: 2);
        worker.Wake();
        await arrived.WaitAsync(Patience.Limit);
        await arrived.WaitAsync(Patience.Limit);

        var drained = worker.DrainAsync();
        worker.Wake();
        Assert.False(drained.IsCompleted);
        _released.SetResult();
        await drained.WaitAsync(Patience.Limit);

        var states = (await _scene.Store.CallbacksAsync()).CountBy(callback => callback.State).ToDictionary();
        Assert.Equal((2, 1), (states[CallbackState.Delivered], states[CallbackState.Pending]));
        Assert.Single(await _scene.ClaimAsync());
    }

    [Fact]
    public async Task Abandoned_attempts_are_given_back_and_do_not_count()
    {
        var arrived = new SemaphoreSlim(0);
        var merchant = new StubMerchant(async (_, cancellation) =>
        {
            arrived.Release();
            await _released.Task.WaitAsync(cancellation);
            return StubMerchant.Status(HttpStatusCode.OK);
        });
        await _scene.PayAsync("ORD1");
        var worker = Worker(merchant, concurrency: 2);
        worker.Wake();
        await arrived.WaitAsync(Patience.Limit);

        var drained = worker.DrainAsync();
        await _abandon.CancelAsync();
        await drained.WaitAsync(Patience.Limit);

        Assert.Equal(0, Assert.Single(await _scene.ClaimAsync()).AttemptsMade);
        Assert.Equal((CallbackState.Pending, 0), Assert.Single(await _scene.Store.CallbacksAsync()) is var pending ? (pending.State, pending.Attempts) : default);
    }

    [Fact]
    public async Task Callbacks_of_a_merchant_that_is_not_configured_now_stay_pending()
    {
        await _scene.PayAsync("ORD1");
        var merchant = new StubMerchant((_, _) => throw new InvalidOperationException("Nobody is to be called."));
        var worker = new QueueWorker(_scene.Queue, Attempts(merchant, concurrency: 1, new MerchantRegistry()), (_, _) => { }, _ => { }, _abandon.Token);

        worker.Wake();
        await worker.DrainAsync().WaitAsync(Patience.Limit);

        Assert.Single(await _scene.ClaimAsync());
    }

    private QueueWorker Worker(StubMerchant merchant, int concurrency, Action<QueueWorker>? onIdle = null, Action<string, DateTimeOffset>? onNext = null) => new(
        _scene.Queue, Attempts(merchant, concurrency, Book()), onNext ?? ((_, _) => { }), onIdle ?? (_ => { }), _abandon.Token);

    private MerchantRegistry Book()
    {
        var book = new MerchantRegistry();
        book.Register(new MerchantState(_scene.Merchant, new StoredMerchantState(_scene.Epoch, default, ClockReading.Machine), new ActiveRules(RuleSet.Empty), new JournalFactory(1), new SandboxClock(_time)));
        return book;
    }

    private CallbackDispatcher Attempts(StubMerchant merchant, int concurrency, MerchantRegistry merchants) => new(
        _scene.Store,
        new CallbackSender(merchant.Invoker, _time),
        merchants,
        new SandboxClock(_time),
        new CallbackConcurrency(concurrency),
        new SandboxLocation(InContainer: false),
        _metrics,
        NullLogger<CallbackDispatcher>.Instance);
}
