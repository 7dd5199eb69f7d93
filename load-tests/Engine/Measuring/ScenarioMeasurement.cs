using System.Collections.Concurrent;

namespace FreedomPaySandbox.LoadTests.Engine.Measuring;

/// <summary>All that is measured of one scenario. What comes after it was closed is not counted.</summary>
internal sealed class ScenarioMeasurement
{
    private const int HistoryCapacity = 120;

    private static readonly TimeSpan s_late = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, (int Order, Measurement Measured)> _steps = new(StringComparer.Ordinal);
    private readonly History _history = new(HistoryCapacity);
    private TimeSpan _sampled;
    private long _notStarted;
    private long _late;
    private long _worstDelayTicks;
    private volatile bool _isClosed;

    public Measurement Request { get; } = new();

    public void Add(IResponse response, TimeSpan latency)
    {
        if (!_isClosed)
            Request.Add(response, latency);
    }

    public void AddStep(string name, IResponse response, TimeSpan latency)
    {
        if (!_isClosed)
            _steps.GetOrAdd(name, _ => (_steps.Count, new Measurement())).Measured.Add(response, latency);
    }

    public void AddNotStarted(IResponse response)
    {
        Interlocked.Increment(ref _notStarted);
        Add(response, TimeSpan.Zero);
    }

    public void AddDelay(TimeSpan delay)
    {
        if (delay <= s_late)
            return;
        Interlocked.Increment(ref _late);
        long worst;
        while (delay.Ticks > (worst = Interlocked.Read(ref _worstDelayTicks)))
            Interlocked.CompareExchange(ref _worstDelayTicks, delay.Ticks, worst);
    }

    /// <summary>For the watcher, one at a time.</summary>
    public void Sample(TimeSpan now, int mostUnderWay)
    {
        _history.Add(Request.TakeLately(_sampled, now, mostUnderWay));
        _sampled = now;
    }

    public void Close() => _isClosed = true;

    public ScenarioStats Stats(string scenario, TimeSpan duration)
    {
        var (ok, fail) = Request.Stats(duration);
        return new ScenarioStats(scenario, ok, fail, [.. _steps.OrderBy(step => step.Value.Order).Select(step => From(step.Key, step.Value.Measured, duration))], duration)
        {
            Schedule = new Schedule(Interlocked.Read(ref _notStarted), Interlocked.Read(ref _late), TimeSpan.FromTicks(Interlocked.Read(ref _worstDelayTicks))),
        };
    }

    public ScenarioStats WithHistory(ScenarioStats stats) => stats with { History = _history.Points, Curve = Request.Curve };

    private static StepStats From(string name, Measurement measured, TimeSpan duration)
    {
        var (ok, fail) = measured.Stats(duration);
        return new StepStats(name, ok, fail);
    }
}
