using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Emulator.Clock;

namespace FreedomPaySandbox.ContractTests.Merchants;

public sealed class ChangesTests
{
    private readonly ChangeSignal _changes = new();

    [Fact]
    public async Task A_beat_wakes_all_who_wait()
    {
        var (first, second) = (_changes.Next, _changes.Next);
        Assert.False(first.IsCompleted);

        _changes.Notify();

        await Task.WhenAll(first, second).WaitAsync(Patience.Limit);
    }

    [Fact]
    public void A_beat_is_for_those_who_wait_not_for_those_who_come()
    {
        _changes.Notify();
        Assert.False(_changes.Next.IsCompleted);
    }

    [Fact]
    public void A_beat_between_asking_and_waiting_counts()
    {
        var next = _changes.Next;
        _changes.Notify();
        Assert.True(next.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_beat_that_nobody_waits_for_allocates_nothing()
    {
        _changes.Notify();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            _changes.Notify();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public async Task Who_waits_goes_on_elsewhere_than_on_the_thread_of_the_beat()
    {
        var beating = 0;
        var woken = WakeAsync();

        var thread = new Thread(() =>
        {
            beating = Environment.CurrentManagedThreadId;
            _changes.Notify();
        });
        thread.Start();
        thread.Join();

        Assert.NotEqual(beating, await woken.WaitAsync(Patience.Limit));

        async Task<int> WakeAsync()
        {
            await _changes.Next;
            return Environment.CurrentManagedThreadId;
        }
    }

    [Fact]
    public async Task No_change_is_lost_between_a_look_and_the_wait()
    {
        const int Changers = 4;
        const int Changes = 2000;
        var changes = 0;
        var watcher = Task.Run(async () =>
        {
            while (true)
            {
                var next = _changes.Next;
                if (Volatile.Read(ref changes) == Changers * Changes)
                    return;
                await next;
            }
        });

        Parallel.For(0, Changers, _ =>
        {
            for (var i = 0; i < Changes; i++)
            {
                Interlocked.Increment(ref changes);
                _changes.Notify();
            }
        });

        await watcher.WaitAsync(Patience.Limit);
    }
}
