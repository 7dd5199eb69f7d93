using NBomber.Measuring;

namespace NBomber.Contracts.Stats;

/// <summary>A scenario, as it is now or was at its end.</summary>
internal sealed record ScenarioStats(string ScenarioName, MeasurementStats Ok, MeasurementStats Fail, IReadOnlyList<StepStats> StepStats, TimeSpan Duration)
{
    public long AllOkCount => Ok.Request.Count;

    public long AllFailCount => Fail.Request.Count;

    public long AllRequestCount => AllOkCount + AllFailCount;

    /// <summary>What came late or not at all because of the load itself.</summary>
    public Schedule Schedule { get; init; } = new(0, 0, TimeSpan.Zero);

    public IReadOnlyList<HistoryPoint> History { get; init; } = [];

    /// <summary>How long it took at which share of all.</summary>
    public IReadOnlyList<CurvePoint> Curve { get; init; } = [];
}
