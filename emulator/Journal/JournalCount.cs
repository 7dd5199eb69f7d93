namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>How many entries of a journal there are of those asked for.</summary>
/// <param name="Count">How many.</param>
/// <param name="Complete">Whether none had been let go that might have counted; otherwise there were at least so many.</param>
/// <param name="Evicted">How many entries the journal has let go since it began.</param>
internal sealed record JournalCount(long Count, bool Complete, long Evicted);
