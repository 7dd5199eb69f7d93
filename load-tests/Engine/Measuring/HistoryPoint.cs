namespace NBomber.Measuring;

/// <summary>What happened in one span of a run; latencies are those of what went well.</summary>
internal sealed record HistoryPoint(TimeSpan From, TimeSpan To, long Ok, long Fail, double P50, double P95, double P99, int InFlight)
{
    public double OkPerSecond => To > From ? Ok / (To - From).TotalSeconds : 0;

    public double FailPerSecond => To > From ? Fail / (To - From).TotalSeconds : 0;

    /// <summary>Two neighbours as one: counts add up, of the latencies the worse stay.</summary>
    public HistoryPoint And(HistoryPoint next) => new(
        From, next.To, Ok + next.Ok, Fail + next.Fail, Math.Max(P50, next.P50), Math.Max(P95, next.P95), Math.Max(P99, next.P99), Math.Max(InFlight, next.InFlight));
}
