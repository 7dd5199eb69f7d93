using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>The journal of calls whose merchant is unknown or that could not be read.</summary>
internal sealed class NobodysJournal(JournalRoom room)
{
    private MerchantJournal? _journal;

    /// <summary>Beats with each entry.</summary>
    public Pulse Pulse { get; } = new();

    public MerchantJournal Journal => Volatile.Read(ref _journal) ?? Begin();

    public void Reset()
    {
        Interlocked.Exchange(ref _journal, null)?.Dispose();
        Pulse.Beat();
    }

    private MerchantJournal Begin()
    {
        var fresh = room.NewJournal(JournalId.NoMerchant, Pulse);
        if (Interlocked.CompareExchange(ref _journal, fresh, null) is not { } first)
            return fresh;
        fresh.Dispose();
        return first;
    }
}
