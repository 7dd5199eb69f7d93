using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.LoadTests.Closing;

/// <summary>Something that is seen after the load, in the books or at the receiver, and that no statistics of answers could tell.</summary>
/// <param name="What">What was looked at.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="Wanted">What it should have been; nothing where it is only told.</param>
/// <param name="Holds">Whether it is what it should be.</param>
internal sealed record Observation(string What, string Seen, string? Wanted = null, bool Holds = true)
{
    public bool IsCheck => Wanted is not null;

    public static Observation Count(string what, long seen, long wanted) => new(what, Text(seen), Text(wanted), seen == wanted);

    public static Observation Figure(string what, long seen) => new(what, Text(seen));

    private static string Text(long number) => FormattableString.Invariant($"{number}");
}

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
