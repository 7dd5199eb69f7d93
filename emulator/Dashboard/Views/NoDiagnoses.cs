using FreedomPaySandbox.Emulator.Journal;

namespace FreedomPaySandbox.Emulator.Dashboard.Views;

/// <summary>Nobody has looked at any signature.</summary>
internal sealed class NoDiagnoses : IDiagnoses
{
    public DiagnosisView? Of(JournalEntry entry) => null;
}
