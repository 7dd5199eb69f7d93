using FreedomPaySandbox.LoadTests.Engine.Measuring;

namespace FreedomPaySandbox.LoadTests.Engine.Contracts.Stats;

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

/// <summary>How long it took, in milliseconds; in the open model from the intended start.</summary>
internal sealed record LatencyStats(
    double MinMs, double MeanMs, double MaxMs, double StdDev, double Percent50, double Percent75, double Percent95, double Percent99);

/// <summary>What was measured of all that went well, or of all that failed.</summary>
internal sealed record MeasurementStats(RequestStats Request, LatencyStats Latency, IReadOnlyList<StatusCodeStats> StatusCodes);

/// <summary>How a report is written.</summary>
internal enum ReportFormat { Txt, Html, Csv, Md }

/// <summary>How many, how many a second, and which share of all.</summary>
internal sealed record RequestStats(long Count, double RPS, double Percent);

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

/// <summary>How often something came of it, with what was said the first time.</summary>
internal sealed record StatusCodeStats(string StatusCode, bool IsError, string Message, long Count, double Percent);

/// <summary>A step of a scenario.</summary>
internal sealed record StepStats(string StepName, MeasurementStats Ok, MeasurementStats Fail);

/// <summary>Whether a threshold held at the end.</summary>
internal sealed record ThresholdResult(string ScenarioName, string? StepName, string CheckExpression, int ErrorCount, bool IsFailed, string? ExceptionMsg);
