using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>How much room journals have: each so many entries, all together so many bytes.</summary>
internal sealed class JournalRoom(int entries)
{
    private readonly JournalBudget _budget = new();

    /// <summary>What all entries take, estimated, in bytes.</summary>
    public long Spent => _budget.Spent;

    public MerchantJournal NewJournal(long merchantId, Pulse pulse) => new(merchantId, pulse, entries, _budget);
}
