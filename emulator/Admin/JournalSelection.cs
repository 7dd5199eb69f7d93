using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Journal;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>The journals that a call is about, each with its merchant, and what beats when one of them grows.</summary>
internal sealed record JournalSelection(IReadOnlyList<(long Merchant, MerchantJournal Journal)> Journals, ChangeSignal Changes, bool IsOne);
