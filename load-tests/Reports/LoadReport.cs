using FreedomPaySandbox.LoadTests.Closing;
using NBomber.Contracts.Stats;

namespace FreedomPaySandbox.LoadTests.Reports;

/// <summary>What a report tells of: the measured load, and what was seen after it.</summary>
internal sealed record LoadReport(string Title, NodeStats Stats)
{
    public IReadOnlyList<Observation> Observations { get; init; } = [];

    public bool IsWell => !Stats.Thresholds.Any(threshold => threshold.IsFailed) && Observations.All(seen => seen.Holds);
}
