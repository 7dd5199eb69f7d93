using System.Text;
using FreedomPaySandbox.LoadTests.Closing;

namespace FreedomPaySandbox.LoadTests.Reports;

/// <summary>What was seen after the load, in a file beside NBomber's own reports.</summary>
internal static class CheckReport
{
    public static string Text(IReadOnlyList<Observation> observations) => string.Concat(observations.Select(seen =>
        $"{(!seen.IsCheck ? "" : seen.Holds ? "kept    " : "missed  ")}{seen.What}: {seen.Seen}{(seen.Wanted is null ? "" : $" (due: {seen.Wanted})")}\n"));

    public static void Write(string folder, string name, NodeStats stats, IReadOnlyList<Observation> observations)
    {
        ArgumentNullException.ThrowIfNull(stats);
        File.WriteAllText(Path.Combine(folder, name + "-checks.txt"), Text(observations), Encoding.UTF8);
    }
}
