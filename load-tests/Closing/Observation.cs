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
