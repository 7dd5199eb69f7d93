namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>Entries of a journal that were asked for, the oldest first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Next">Where to go on: the number of the last entry looked at.</param>
/// <param name="Evicted">How many entries the journal has let go since it began.</param>
/// <param name="Complete">Whether no entry after the one asked for had been let go, which might have been among these.</param>
internal sealed record JournalPage(IReadOnlyList<JournalEntry> Entries, long Next, long Evicted, bool Complete);
