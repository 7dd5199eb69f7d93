using FreedomPaySandbox.Emulator.Journal;

namespace FreedomPaySandbox.Emulator.Dashboard.Views;

/// <summary>Says what is wrong with the signature of a call.</summary>
internal interface IDiagnoses
{
    DiagnosisView? Of(JournalEntry entry);
}
