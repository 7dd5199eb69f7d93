namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>Which entries of a journal are asked for; what is left out asks for any.</summary>
internal sealed record JournalQuery
{
    public const int DefaultLimit = 100;
    public const int MaxLimit = 1000;

    /// <summary>Only entries with a higher number: the <see cref="JournalPage.Next"/> of the page before, or 0.</summary>
    public long After { get; init; }

    /// <summary>Most entries of a page, 1 to <see cref="MaxLimit"/>; a count has no limit.</summary>
    public int Limit { get; init; } = DefaultLimit;

    public string? OrderId { get; init; }

    public string? Operation { get; init; }

    /// <summary>The first words of the outcome: <c>error</c> finds all errors, <c>error 1100</c> that one and not 11001.</summary>
    public string? Outcome { get; init; }

    public long? PaymentId { get; init; }

    public bool Matches(JournalEntry entry) =>
        (OrderId is null || entry.IsAbout(OrderId))
        && (Operation is null || string.Equals(Operation, entry.Operation, StringComparison.Ordinal))
        && (PaymentId is null || PaymentId == entry.PaymentId)
        && (Outcome is null || StartsWithWords(entry.Outcome, Outcome));

    private static bool StartsWithWords(string text, string words) =>
        text.StartsWith(words, StringComparison.Ordinal)
        && (words.Length == 0 || text.Length == words.Length || !char.IsLetterOrDigit(text[words.Length]) || !char.IsLetterOrDigit(words[^1]));
}

/// <summary>How many entries of a journal there are of those asked for.</summary>
/// <param name="Count">How many.</param>
/// <param name="Complete">Whether none had been let go that might have counted; otherwise there were at least so many.</param>
/// <param name="Evicted">How many entries the journal has let go since it began.</param>
internal sealed record JournalCount(long Count, bool Complete, long Evicted);

/// <summary>Entries of a journal that were asked for, the oldest first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Next">Where to go on: the number of the last entry looked at.</param>
/// <param name="Evicted">How many entries the journal has let go since it began.</param>
/// <param name="Complete">Whether no entry after the one asked for had been let go, which might have been among these.</param>
internal sealed record JournalPage(IReadOnlyList<JournalEntry> Entries, long Next, long Evicted, bool Complete);
