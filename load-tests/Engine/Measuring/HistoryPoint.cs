namespace NBomber.Measuring;

/// <summary>What happened in one span of a run; latencies, in milliseconds, are those of what went well.</summary>
internal sealed record HistoryPoint(TimeSpan From, TimeSpan To, long Ok, long Fail, double P50, double P95, double P99, int MostUnderWay)
{
    public double Middle => (From + To).TotalSeconds / 2;

    public double OkPerSecond => To > From ? Ok / (To - From).TotalSeconds : 0;

    public double FailPerSecond => To > From ? Fail / (To - From).TotalSeconds : 0;
}
