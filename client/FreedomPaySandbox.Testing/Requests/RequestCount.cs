namespace FreedomPaySandbox.Testing;

/// <summary>How many calls there were.</summary>
/// <param name="Count">How many of them the journal holds.</param>
/// <param name="Complete">Whether those are all; otherwise the journal has let some go that may have counted, and there were at least so many.</param>
/// <param name="Evicted">How many calls the journal has let go in all.</param>
public sealed record RequestCount(long Count, bool Complete, long Evicted);
