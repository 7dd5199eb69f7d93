namespace FreedomPaySandbox.LoadTests.Engine.Measuring;

/// <summary>A scenario or a step as it is measured, by many threads at once.</summary>
internal sealed class Measurement
{
    private const int LatelyDigits = 2;

    private readonly Lock _gate = new();
    private readonly OutcomeMeasurement _ok = new();
    private readonly OutcomeMeasurement _fail = new();
    private LatencyHistogram _lately = new(LatelyDigits);
    private long _failedLately;

    public long FailCount
    {
        get
        {
            lock (_gate)
                return _fail.Latency.Count;
        }
    }

    public IReadOnlyList<CurvePoint> Curve
    {
        get
        {
            lock (_gate)
                return _ok.Latency.Curve;
        }
    }

    public void Add(IResponse response, TimeSpan latency)
    {
        lock (_gate)
        {
            if (response.IsError)
            {
                _fail.Add(response, latency);
                _failedLately++;
                return;
            }

            _ok.Add(response, latency);
            _lately.Add(latency);
        }
    }

    public (MeasurementStats Ok, MeasurementStats Fail) Stats(TimeSpan duration)
    {
        lock (_gate)
        {
            var all = _ok.Latency.Count + _fail.Latency.Count;
            return (_ok.Stats(all, duration), _fail.Stats(all, duration));
        }
    }

    /// <summary>What happened since it was asked last.</summary>
    public HistoryBin TakeLately(TimeSpan from, TimeSpan to, int mostUnderWay)
    {
        lock (_gate)
        {
            var bin = new HistoryBin(from, to, _lately, _failedLately, mostUnderWay);
            (_lately, _failedLately) = (new LatencyHistogram(LatelyDigits), 0);
            return bin;
        }
    }
}
