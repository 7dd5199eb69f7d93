namespace NBomber.Contracts.Stats;

/// <summary>All that a run came to.</summary>
internal sealed record NodeStats(IReadOnlyList<ScenarioStats> ScenarioStats, IReadOnlyList<ThresholdResult> Thresholds, TimeSpan Duration)
{
    public long AllRequestCount => ScenarioStats.Sum(scenario => scenario.AllRequestCount);

    public long AllOkCount => ScenarioStats.Sum(scenario => scenario.AllOkCount);

    public long AllFailCount => ScenarioStats.Sum(scenario => scenario.AllFailCount);

    /// <summary>Why the run ended before its time; nothing when it did not.</summary>
    public string? StopReason { get; init; }

    public DateTimeOffset StartedAt { get; init; }
}
