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
