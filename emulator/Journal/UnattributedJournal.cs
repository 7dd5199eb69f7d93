using FreedomPaySandbox.Emulator.Clock;

namespace FreedomPaySandbox.Emulator.Journal;

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
