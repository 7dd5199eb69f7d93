using FreedomPaySandbox.Emulator.Clock;

namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>How much room journals have: each so many entries, all together so many bytes.</summary>
internal sealed class JournalFactory(int entries)
{
    private readonly JournalBudget _budget = new();

    /// <summary>What all entries take, estimated, in bytes.</summary>
    public long Spent => _budget.Spent;

    public MerchantJournal Create(long merchantId, ChangeSignal changes) => new(merchantId, changes, entries, _budget);
}

/// <summary>
/// The memory that all journals share. When it is spent the largest journal lets its oldest entries go, so that a noisy merchant
/// costs a quiet one nothing.
/// </summary>
internal sealed class JournalBudget(long bytes = JournalBudget.DefaultBytes)
{
    public const long DefaultBytes = 64 * 1024 * 1024;

    /// <summary>So much less is left after letting go, so that not every entry after it has to search for the largest journal.</summary>
    private readonly long _goal = bytes - bytes / 64;

    private readonly Lock _gate = new();
    private readonly HashSet<MerchantJournal> _journals = [];
    private long _spent;

    /// <summary>What all entries take, estimated.</summary>
    public long Spent => Volatile.Read(ref _spent);

    public void Open(MerchantJournal journal)
    {
        lock (_gate)
            _journals.Add(journal);
    }

    public void Close(MerchantJournal journal)
    {
        lock (_gate)
            _journals.Remove(journal);
    }

    public void Grow(long size) => Interlocked.Add(ref _spent, size);

    /// <summary>Brings the memory back within bounds. The caller has added an entry and holds no lock of its journal.</summary>
    public void Keep()
    {
        if (Spent <= bytes)
            return;

        lock (_gate)
        {
            while (Spent > bytes && LargestTwo() is ({ } largest, var second))
                largest.ShrinkTo(Math.Max(second, largest.Size - (Spent - _goal)));
        }
    }

    // Down to the second largest and a little below, so that two of one size take turns.
    private (MerchantJournal? Largest, long Second) LargestTwo()
    {
        MerchantJournal? largest = null;
        var (most, second) = (0L, 0L);
        foreach (var journal in _journals)
        {
            var size = journal.Size;
            if (size > most)
                (largest, most, second) = (journal, size, most);
            else if (size > second)
                second = size;
        }

        return (largest, second == most ? second - 1 : second);
    }
}

/// <summary>The journal of calls whose merchant is unknown or that could not be read.</summary>
internal sealed class UnattributedJournal(JournalFactory room)
{
    private MerchantJournal? _journal;

    /// <summary>Beats with each entry.</summary>
    public ChangeSignal Changes { get; } = new();

    public MerchantJournal Journal => Volatile.Read(ref _journal) ?? Begin();

    public void Reset()
    {
        Interlocked.Exchange(ref _journal, null)?.Dispose();
        Changes.Notify();
    }

    private MerchantJournal Begin()
    {
        var fresh = room.Create(JournalId.NoMerchant, Changes);
        if (Interlocked.CompareExchange(ref _journal, fresh, null) is not { } first)
            return fresh;
        fresh.Dispose();
        return first;
    }
}
