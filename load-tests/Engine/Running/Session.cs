using System.Globalization;

namespace FreedomPaySandbox.LoadTests.Engine.Running;

/// <summary>One run of all scenarios at once: init, warm-up, load, clean.</summary>
internal sealed class Session(NBomberContext context, Machine machine, TextWriter console)
{
    private const int SamplesBetweenLooks = 5;

    private static readonly TimeSpan s_sample = TimeSpan.FromMilliseconds(200);

    public async Task<NodeStats> RunAsync()
    {
        var startedAt = machine.Time.GetUtcNow();
        foreach (var scenario in context.Scenarios)
            await scenario.Init(new InitContext(new ScenarioInfo(scenario.Name)));
        await WarmUpAsync();

        var stats = await LoadAsync();
        foreach (var scenario in context.Scenarios)
            await scenario.Clean(new InitContext(new ScenarioInfo(scenario.Name)));
        return stats with { StartedAt = startedAt };
    }

    private async Task WarmUpAsync()
    {
        var warm = context.Scenarios.Where(scenario => scenario.WarmUp > TimeSpan.Zero).ToList();
        if (warm.Count == 0)
            return;
        await console.WriteLineAsync($"Warming up for {warm.Max(scenario => scenario.WarmUp).TotalSeconds:0} s; nothing is measured yet.");

        // What is warm is the code and the connections, so the stages begin anew afterwards.
        await Task.WhenAll(warm.Select(scenario => new ScenarioLoad(scenario, machine).RunAsync(scenario.WarmUp)));
    }

    private async Task<NodeStats> LoadAsync()
    {
        var time = machine.Time;
        var origin = time.GetTimestamp();
        var watches = context.Scenarios.Select(scenario => new ScenarioWatch(new ScenarioLoad(scenario, machine))).ToList();
        var loads = watches.Select(watch => (Watch: watch, Run: watch.Load.RunAsync())).ToList();
        var all = Task.WhenAll(loads.Select(load => load.Run));
        var told = TimeSpan.Zero;
        for (var sample = 1; ; sample++)
        {
            await Task.WhenAny(all, Task.Delay(s_sample, time));
            if (all.IsCompleted)
                break;
            foreach (var (watch, _) in loads.Where(load => !load.Run.IsCompleted))
                watch.Load.Sample();
            if (sample % SamplesBetweenLooks != 0)
                continue;
            var tells = time.GetElapsedTime(origin) - told >= context.ReportingInterval;
            foreach (var (watch, run) in loads.Where(load => !load.Run.IsCompleted))
            {
                var stats = watch.Look();
                if (tells)
                    await console.WriteLineAsync(Progress.Line(stats, watch.Load.UnderWay, named: loads.Count > 1));
            }

            if (tells)
                told = time.GetElapsedTime(origin);
        }

        await all;
        var duration = time.GetElapsedTime(origin);
        var ends = watches.Select(watch => watch.Conclude(duration)).ToList();
        return new NodeStats([.. ends.Select(end => end.Stats)], [.. ends.SelectMany(end => end.Thresholds)], duration)
        {
            StopReason = watches.Select(watch => watch.Load.StopReason).FirstOrDefault(reason => reason is not null),
        };
    }
}

/// <summary>What a scenario knows before it begins and after it ended.</summary>
internal sealed record InitContext(ScenarioInfo ScenarioInfo) : IScenarioInitContext;

/// <summary>What a load runs on; tests bring another.</summary>
/// <param name="Time">Measures.</param>
/// <param name="Clock">Begins iterations when they are due.</param>
/// <param name="Dispatch">Runs them. The clock must not wait for what an iteration does before its first await.</param>
internal sealed record Machine(TimeProvider Time, IArrivalClock Clock, Action<IThreadPoolWorkItem> Dispatch)
{
    public static Machine Real { get; } = new(
        TimeProvider.System, new ThreadClock(TimeProvider.System), iteration => ThreadPool.UnsafeQueueUserWorkItem(iteration, preferLocal: false));
}

/// <summary>How a run goes, in a line.</summary>
internal static class Progress
{
    public static string Line(ScenarioStats stats, int underWay, bool named)
    {
        var (request, latency) = (stats.Ok.Request, stats.Ok.Latency);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(named ? stats.ScenarioName + " " : "")}{stats.Duration.TotalSeconds,5:0} s  ok {request.Count}  failed {stats.AllFailCount}  {request.RPS:0.#}/s  p50 {latency.Percent50:0.0} ms  p99 {latency.Percent99:0.0} ms  under way {underWay}");
    }
}
