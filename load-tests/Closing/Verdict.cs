using FreedomPaySandbox.Emulator.Cli;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.LoadTests.Closing;

/// <summary>What a run comes to as a whole.</summary>
/// <param name="Missed">Thresholds that were missed, and checks that do not hold, each in a line.</param>
/// <param name="Kept">How many of both are as they should be.</param>
internal sealed record Verdict(IReadOnlyList<string> Missed, int Kept)
{
    public int ExitCode => Missed.Count == 0 ? Emulator.Cli.ExitCode.Well : Emulator.Cli.ExitCode.Failed;

    public string Text => Missed.Count == 0
        ? $"Well: all {Kept} thresholds and checks are kept."
        : $"Missed {Missed.Count} of {Missed.Count + Kept}:\n{string.Join('\n', Missed.Select(missed => "  " + missed))}";

    public static Verdict From(IEnumerable<(string Expression, bool IsFailed)> thresholds, IReadOnlyList<Observation> observations)
    {
        var all = thresholds
            .Select(threshold => (Line: $"threshold {threshold.Expression}", threshold.IsFailed))
            .Concat(observations.Where(seen => seen.IsCheck).Select(seen => (Line: TerminalText.Line($"{seen.What}: {seen.Seen}, and {seen.Wanted} was due"), IsFailed: !seen.Holds)))
            .ToList();
        return new Verdict([.. all.Where(one => one.IsFailed).Select(one => one.Line)], all.Count(one => !one.IsFailed));
    }
}
