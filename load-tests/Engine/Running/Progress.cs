using System.Globalization;
using NBomber.Contracts.Stats;

namespace NBomber.Running;

/// <summary>How a run goes, in a line.</summary>
internal static class Progress
{
    public static string Line(ScenarioStats stats, int underWay, bool named)
    {
        var (request, latency) = (stats.Ok.Request, stats.Ok.Latency);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(named ? stats.ScenarioName + " " : "")}{stats.Duration.TotalSeconds,5:0} s  ok {request.Count}  failed {stats.AllFailCount}  {request.RPS:0.#}/s  p50 {latency.Percent50:0.0} ms  p99 {latency.Percent99:0.0} ms  under way {underWay}");
    }
}
