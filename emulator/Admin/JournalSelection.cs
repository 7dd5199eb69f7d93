using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>The journals that a call is about, each with its merchant, and what beats when one of them grows.</summary>
internal sealed record JournalSelection(IReadOnlyList<(long Merchant, MerchantJournal Journal)> Journals, Pulse Pulse, bool IsOne);
