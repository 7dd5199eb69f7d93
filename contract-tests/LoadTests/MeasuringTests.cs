using FreedomPaySandbox.LoadTests.Engine.CSharp;
using FreedomPaySandbox.LoadTests.Engine.Measuring;

namespace FreedomPaySandbox.ContractTests.Load;

public sealed class MeasuringTests
{
    [Fact]
    public void Percentiles_are_right_to_three_digits_from_microseconds_to_minutes()
    {
        var latency = new LatencyHistogram();
        for (var number = 1; number <= 1000; number++)
            latency.Add(TimeSpan.FromMicroseconds(number * 317));
        latency.Add(TimeSpan.FromMinutes(10));

        var stats = latency.Stats;

        Assert.InRange(stats.MinMs, 0.3165, 0.3175);
        Assert.InRange(stats.Percent50, 158.8 * 0.999, 158.8 * 1.001);
        Assert.InRange(stats.Percent99, 314.1 * 0.999, 314.1 * 1.001);
        Assert.InRange(stats.MaxMs, 600_000 * 0.999, 600_000 * 1.001);
    }

    [Theory]
    [InlineData(-5, 0.001)]
    [InlineData(0, 0.001)]
    [InlineData(100_000, 3_600_000)]
    public void What_cannot_be_counted_is_counted_as_the_nearest_that_can(int seconds, double ms)
    {
        var latency = new LatencyHistogram();

        latency.Add(TimeSpan.FromSeconds(seconds));

        Assert.InRange(latency.Stats.MaxMs, ms * 0.999, ms * 1.001);
    }

    [Fact]
    public void Nothing_measured_is_zero_everywhere()
    {
        var stats = new LatencyHistogram().Stats;

        Assert.Equal((0, 0, 0), (stats.MinMs, stats.Percent99, stats.MaxMs));
        Assert.Empty(new LatencyHistogram().Curve);
    }

    [Fact]
    public void However_long_a_run_is_its_history_has_no_more_points_and_loses_nothing()
    {
        var history = new History(capacity: 8);
        for (var second = 0; second < 1000; second++)
        {
            var latency = new LatencyHistogram(2);
            latency.Add(TimeSpan.FromMilliseconds(second % 2 == 0 ? 1 : 3));
            history.Add(new HistoryBin(TimeSpan.FromSeconds(second), TimeSpan.FromSeconds(second + 1), latency, failed: 2, mostUnderWay: second));
        }

        var points = history.Points;

        Assert.InRange(points.Count, 4, 8);
        Assert.Equal((1000, 2000), (points.Sum(point => point.Ok), points.Sum(point => point.Fail)));
        Assert.Equal(TimeSpan.FromSeconds(1000), points[^1].To);
        Assert.All(points.Zip(points.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.All(points.SkipLast(1), point => Assert.Equal(1, point.OkPerSecond));
        Assert.All(points, point => Assert.Equal((1.0, 3.0), (Math.Round(point.P50, 1), Math.Round(point.P99, 1))));
        Assert.Equal(999, points[^1].MostUnderWay);
    }

    [Fact]
    public void Codes_without_end_do_not_fill_the_memory()
    {
        var measured = new OutcomeMeasurement();
        for (var number = 0; number < 5000; number++)
            measured.Add(Response.Fail(statusCode: FormattableString.Invariant($"code {number}"), message: "new"), TimeSpan.FromMilliseconds(1));

        var codes = measured.Stats(5000, TimeSpan.FromSeconds(1)).StatusCodes;

        Assert.Equal(101, codes.Count);
        Assert.Equal(("others", 4900), (codes[0].StatusCode, codes[0].Count));
    }
}
