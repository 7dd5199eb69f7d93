namespace FreedomPaySandbox.LoadTests.Engine.Measuring;

/// <summary>
/// A run as a row of spans. When there are too many, neighbours become one, so that a week of load takes no more memory than a minute.
/// </summary>
internal sealed class History(int capacity)
{
    private readonly List<HistoryBin> _bins = [];
    private int _perBin = 1;
    private int _inLast;

    public IReadOnlyList<HistoryPoint> Points => [.. _bins.Select(bin => bin.Point)];

    public void Add(HistoryBin bin)
    {
        if (_inLast > 0 && _inLast < _perBin)
        {
            _bins[^1].Add(bin);
            _inLast++;
            return;
        }

        if (_bins.Count == capacity)
            Halve();
        _bins.Add(bin);
        _inLast = 1;
    }

    private void Halve()
    {
        for (var i = 0; i < capacity / 2; i++)
        {
            _bins[2 * i].Add(_bins[2 * i + 1]);
            _bins[i] = _bins[2 * i];
        }

        _bins.RemoveRange(capacity / 2, _bins.Count - capacity / 2);
        _perBin *= 2;
    }
}

/// <summary>So many per cent took at most so long.</summary>
internal readonly record struct CurvePoint(double Percent, double Ms);

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

/// <summary>What happened in one span of a run; latencies, in milliseconds, are those of what went well.</summary>
internal sealed record HistoryPoint(TimeSpan From, TimeSpan To, long Ok, long Fail, double P50, double P95, double P99, int MostUnderWay)
{
    public double Middle => (From + To).TotalSeconds / 2;

    public double OkPerSecond => To > From ? Ok / (To - From).TotalSeconds : 0;

    public double FailPerSecond => To > From ? Fail / (To - From).TotalSeconds : 0;
}

/// <summary>How well the load itself kept its plan.</summary>
/// <param name="NotStarted">Arrivals that found too many in flight; each counts as a failure.</param>
/// <param name="Late">Iterations that began more than 50 ms after they should have.</param>
/// <param name="WorstDelay">The longest such delay.</param>
internal sealed record Schedule(long NotStarted, long Late, TimeSpan WorstDelay);
