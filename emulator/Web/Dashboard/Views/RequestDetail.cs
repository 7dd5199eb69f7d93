using FreedomPaySandbox.Emulator.Journal;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>One call with all that the journal kept of it.</summary>
/// <param name="Entry">As the journal has it.</param>
/// <param name="At">When.</param>
/// <param name="Tone">Whether it went well.</param>
/// <param name="Diagnosis">What is wrong with its signature, where that is known.</param>
internal sealed record RequestDetail(JournalEntry Entry, Moment At, Tone Tone, DiagnosisView? Diagnosis);
