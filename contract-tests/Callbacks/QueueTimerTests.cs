using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Delivery;
using FsCheck;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Callbacks;

public sealed class QueueTimerTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly List<(string Queue, DateTimeOffset At)> _woken = [];
    private readonly QueueTimer _timer;

    public QueueTimerTests() => _timer = new QueueTimer(new SandboxClock(_time), queue => _woken.Add((queue, _time.GetUtcNow())));

    public void Dispose() => _timer.Dispose();

    [Fact]
    public void Each_queue_is_woken_at_its_own_moment()
    {
        var start = _time.GetUtcNow();
        _timer.At("later", start.AddSeconds(7));
        _timer.At("sooner", start.AddSeconds(2));
        _timer.At("between", start.AddSeconds(3));

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([("sooner", start.AddSeconds(2)), ("between", start.AddSeconds(3)), ("later", start.AddSeconds(7))], _woken);
        Assert.Equal(0, _timer.Count);
    }

    [Fact]
    public void The_earliest_moment_of_a_queue_counts_and_wakes_it_once()
    {
        var start = _time.GetUtcNow();
        foreach (var seconds in new[] { 5, 2, 9, 3 })
            _timer.At("lane", start.AddSeconds(seconds));
        Assert.Equal(1, _timer.Count);

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([("lane", start.AddSeconds(2))], _woken);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3600)]
    public void A_moment_that_is_past_wakes_at_once(int seconds)
    {
        _timer.At("lane", _time.GetUtcNow().AddSeconds(seconds));

        Assert.Equal("lane", Assert.Single(_woken).Queue);
    }

    [Fact]
    public void A_moment_years_away_wakes_when_it_comes()
    {
        var moment = _time.GetUtcNow().AddDays(800);
        _timer.At("lane", moment);

        _time.Advance(TimeSpan.FromDays(799));
        Assert.Empty(_woken);
        _time.Advance(TimeSpan.FromDays(2));
        Assert.Equal([("lane", moment)], _woken);
    }

    [Fact]
    public void A_queue_that_names_its_next_moment_while_it_is_woken_is_woken_then()
    {
        var start = _time.GetUtcNow();
        var woken = new List<DateTimeOffset>();
        QueueTimer? timer = null;
        using var again = timer = new QueueTimer(new SandboxClock(_time), queue =>
        {
            woken.Add(_time.GetUtcNow());
            if (woken.Count < 4)
                timer!.At(queue, _time.GetUtcNow().AddSeconds(woken.Count - 1));
        });

        again.At("lane", start);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([0, 0, 1, 3], woken.Select(moment => (moment - start).TotalSeconds));
    }

    [Fact]
    public void After_it_was_disposed_of_nobody_is_woken()
    {
        _timer.At("lane", _time.GetUtcNow().AddSeconds(1));
        _timer.Dispose();
        _timer.At("another", _time.GetUtcNow());

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Empty(_woken);
    }

    [Fact]
    public void However_many_moments_are_named_each_queue_is_woken_at_its_earliest() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyArray<(byte Queue, ushort Wait)>>(),
        named =>
        {
            var time = new ManualTime();
            var start = time.GetUtcNow();
            var woken = new List<(string Queue, DateTimeOffset At)>();
            using var timer = new QueueTimer(new SandboxClock(time), queue => woken.Add((queue, time.GetUtcNow())));
            foreach (var (queue, wait) in named.Get)
                timer.At($"{queue % 16}", start.AddMilliseconds(wait + 1));

            time.Advance(TimeSpan.FromDays(1));

            var expected = named.Get.GroupBy(one => $"{one.Queue % 16}", StringComparer.Ordinal)
                .Select(queue => (Queue: queue.Key, At: start.AddMilliseconds(queue.Min(one => one.Wait) + 1)));
            return expected.ToHashSet().SetEquals(woken) && woken.Count == woken.Distinct().Count();
        }).QuickCheckThrowOnFailure();
}
