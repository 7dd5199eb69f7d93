namespace FreedomPaySandbox.LoadTests.Engine.Running;

/// <summary>Watches one scenario while it runs: thresholds, failures.</summary>
internal sealed class ScenarioWatch(ScenarioLoad load)
{
    private readonly IReadOnlyList<ThresholdWatch> _thresholds = [.. load.Thresholds.Select(threshold => new ThresholdWatch(threshold))];

    public ScenarioLoad Load => load;

    /// <summary>A look once a second.</summary>
    public ScenarioStats Look()
    {
        var elapsed = load.Elapsed;
        var stats = load.Measurement.Stats(load.Name, elapsed);
        foreach (var threshold in _thresholds)
        {
            threshold.Check(stats, elapsed);
            if (threshold.WantsAbort)
                load.Stop($"threshold missed too often: {threshold.Expression}");
        }

        if (stats.AllFailCount >= load.MaxFailCount)
            load.Stop($"{stats.AllFailCount} failures");
        return stats;
    }

    public (ScenarioStats Stats, IReadOnlyList<ThresholdResult> Thresholds) Conclude(TimeSpan duration)
    {
        load.Sample();
        var stats = load.Measurement.WithHistory(load.Measurement.Stats(load.Name, duration));
        return (stats, [.. _thresholds.Select(threshold => threshold.Conclude(stats))]);
    }
}
