namespace NBomber.Measuring;

/// <summary>One span of a run while it is measured. Two neighbours make one, percentiles and all.</summary>
internal sealed class HistoryBin(TimeSpan from, TimeSpan to, LatencyHistogram latency, long failed, int mostUnderWay)
{
    private readonly LatencyHistogram _latency = latency;
    private TimeSpan _to = to;
    private long _failed = failed;
    private int _mostUnderWay = mostUnderWay;

    public HistoryPoint Point => new(
        from, _to, _latency.Count, _failed, _latency.Percentile(50), _latency.Percentile(95), _latency.Percentile(99), _mostUnderWay);

    public void Add(HistoryBin next)
    {
        _latency.Add(next._latency);
        (_to, _failed, _mostUnderWay) = (next._to, _failed + next._failed, Math.Max(_mostUnderWay, next._mostUnderWay));
    }
}
