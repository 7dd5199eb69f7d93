using HdrHistogram;

namespace FreedomPaySandbox.LoadTests.Engine.Measuring;

/// <summary>Latencies from a microsecond to an hour, in as much memory whatever their number. Not for several threads at once.</summary>
/// <param name="digits">To how many digits.</param>
internal sealed class LatencyHistogram(int digits = 3)
{
    private const double MicrosecondsInMs = 1000;
    private const long Longest = 3_600_000_000;

    private static readonly double[] s_curve = [0, 10, 25, 50, 75, 90, 95, 97.5, 99, 99.5, 99.75, 99.9, 99.95, 99.99, 99.999, 100];

    private readonly LongHistogram _values = new(1, Longest, digits);

    public long Count => _values.TotalCount;

    public void Add(TimeSpan latency) => _values.RecordValue(Math.Clamp((long)latency.TotalMicroseconds, 1, Longest));

    public void Add(LatencyHistogram other) => _values.Add(other._values);

    public double Percentile(double percent) => Count == 0 ? 0 : Ms(_values.GetValueAtPercentile(percent));

    public LatencyStats Stats => Count == 0
        ? new LatencyStats(0, 0, 0, 0, 0, 0, 0, 0)
        : new LatencyStats(
            Ms(_values.LowestEquivalentValue(_values.RecordedValues().First().ValueIteratedTo)),
            _values.GetMean() / MicrosecondsInMs,
            Ms(_values.GetMaxValue()),
            _values.GetStdDeviation() / MicrosecondsInMs,
            Percentile(50),
            Percentile(75),
            Percentile(95),
            Percentile(99));

    public IReadOnlyList<CurvePoint> Curve => Count == 0 ? [] : [.. s_curve.Select(percent => new CurvePoint(percent, Percentile(percent)))];

    private static double Ms(long microseconds) => microseconds / MicrosecondsInMs;
}
