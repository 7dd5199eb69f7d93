using FreedomPaySandbox.LoadTests.Engine.Measuring;
using FreedomPaySandbox.LoadTests.Engine.Plans;

namespace FreedomPaySandbox.LoadTests.Engine.Running;

/// <summary>
/// The stages of one scenario, one after the other. In the open model latency counts from when an iteration should have begun, so that a
/// system that stalls is charged for all whom it kept waiting; in the closed model an iteration should begin when it does.
/// </summary>
#pragma warning disable CA1001 // Sources without timers hold nothing to dispose of, and a straggler may still ask for their tokens.
internal sealed class ScenarioLoad
#pragma warning restore CA1001
{
    private const int MostInFlight = 10_000;

    private static readonly TimeSpan s_drainTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_lastWords = TimeSpan.FromSeconds(5);

    private readonly ScenarioProps _scenario;
    private readonly Machine _machine;
    private readonly TimeProvider _time;
    private readonly InFlight _inFlight;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _cancel = new();
    private readonly ScenarioContext _context;
    private readonly long _origin;

    public ScenarioLoad(ScenarioProps scenario, Machine machine, int mostInFlight = MostInFlight)
    {
        (_scenario, _machine, _time, _inFlight, _origin) = (scenario, machine, machine.Time, new InFlight(mostInFlight), machine.Time.GetTimestamp());
        _context = new ScenarioContext(new ScenarioInfo(scenario.Name), Measurement, _time, Stop, _cancel.Token);
    }

    public ScenarioMeasurement Measurement { get; } = new();

    public string Name => _scenario.Name;

    public IReadOnlyList<Threshold> Thresholds => _scenario.Thresholds;

    public int MaxFailCount => _scenario.MaxFailCount;

    /// <summary>Why it ended before its time.</summary>
    public string? StopReason { get; private set; }

    public int UnderWay => _inFlight.Count;

    public TimeSpan Elapsed => _time.GetElapsedTime(_origin);

    /// <summary>For the history: what happened since the last look.</summary>
    public void Sample() => Measurement.Sample(Elapsed, _inFlight.TakePeak());

    /// <summary>Lets no more iterations begin.</summary>
    public void Stop(string reason)
    {
        StopReason ??= reason;
        _stop.Cancel();
    }

    /// <summary>Runs all stages and waits for what is under way, for a while.</summary>
    /// <param name="limit">Stops it then; never when left out.</param>
    public async Task RunAsync(TimeSpan? limit = null)
    {
        using var over = limit is { } time ? new CancellationTokenSource(time, _time) : new CancellationTokenSource();
        await using var end = over.Token.Register(_stop.Cancel);
        var begin = TimeSpan.Zero;
        foreach (var stage in LoadStage.Create(_scenario.Simulations))
        {
            await RunAsync(stage, begin);
            if (_stop.IsCancellationRequested)
                break;
            begin = stage.During is { } during ? begin + during : Elapsed;
        }

        await DrainAsync();
    }

    /// <summary>One iteration, from its first word to its measurement.</summary>
    public async Task IterateAsync(TimeSpan intended)
    {
        try
        {
            Measurement.AddDelay(Elapsed - intended);
            var response = await IterationEnd.OfAsync(
                () => _scenario.Run(_context), (code, message) => Response.Fail(statusCode: code, message: message), _cancel.Token);
            Measurement.Add(response, Elapsed - intended);
        }
        finally
        {
            _inFlight.Leave();
        }
    }

    private async Task RunAsync(LoadStage stage, TimeSpan begin)
    {
        var copies = CopyPlan.Create(stage);
        if (copies.Count > 0)
        {
            await RunAsync(copies, begin, stage.Simulation is LoadSimulation.IterationsForConstant { Iterations: var iterations } ? iterations : long.MaxValue);
            return;
        }

        await _machine.Clock.RunAsync(ArrivalPlan.Create(stage).Select(arrival => begin + arrival), _origin, Begin, _stop.Token);
        if (stage.During is { } during)
            await TimerClock.UntilAsync(begin + during, _origin, _time, _stop.Token);
    }

    private void Begin(TimeSpan intended)
    {
        if (_inFlight.TryEnter())
            _machine.Dispatch(new Iteration(this, intended));
        else
            Measurement.AddNotStarted(Response.Fail(statusCode: "not started", message: "too many iterations were under way; the system is slower than the load"));
    }

    private async Task RunAsync(IReadOnlyList<CopySpan> copies, TimeSpan begin, long iterations)
    {
        var begun = 0L;
        await Task.WhenAll(copies.Select(CopyAsync));

        async Task CopyAsync(CopySpan span)
        {
            await TimerClock.UntilAsync(begin + span.From, _origin, _time, _stop.Token);

            // Copies take their turns side by side, and the first must not hold up the next.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            while (!_stop.IsCancellationRequested && !(span.Until is { } until && Elapsed >= begin + until) && Interlocked.Increment(ref begun) <= iterations)
            {
                if (!_inFlight.TryEnter())
                    return;
                await IterateAsync(Elapsed);
            }
        }
    }

    private void GiveUp() => _cancel.Cancel();

    private async Task DrainAsync()
    {
        var drained = _inFlight.DrainAsync();
        await Task.WhenAny(drained, Task.Delay(s_drainTime, _time));
        if (!drained.IsCompleted)
        {
            GiveUp();
            await Task.WhenAny(drained, Task.Delay(s_lastWords, _time));
            for (var left = _inFlight.Count; left > 0; left--)
                Measurement.Add(Response.Fail(statusCode: IterationEnd.Unfinished, message: "it did not end when it was told to"), Elapsed);
        }

        Measurement.Close();
    }
}
