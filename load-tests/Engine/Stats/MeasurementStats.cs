namespace NBomber.Contracts.Stats;

/// <summary>What was measured of all that went well, or of all that failed.</summary>
internal sealed record MeasurementStats(RequestStats Request, LatencyStats Latency, IReadOnlyList<StatusCodeStats> StatusCodes);
