using FreedomPaySandbox.Emulator.Journal;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>A call in the list.</summary>
/// <param name="Entry">As the journal has it.</param>
/// <param name="At">When.</param>
/// <param name="Tone">Whether it went well.</param>
internal sealed record RequestRow(JournalEntry Entry, Moment At, Tone Tone)
{
    public static RequestRow From(JournalEntry entry, MerchantTime time) => new(entry, time.At(entry.At), GetTone(entry.Outcome));

    public static Tone GetTone(string outcome) => outcome switch
    {
        _ when outcome.StartsWith("ok", StringComparison.Ordinal) || outcome.StartsWith("success", StringComparison.Ordinal) => Tone.Good,
        _ when outcome.StartsWith("error", StringComparison.Ordinal) || outcome.StartsWith("HTTP", StringComparison.Ordinal) => Tone.Bad,
        _ when outcome.StartsWith("process", StringComparison.Ordinal) || outcome.StartsWith("page", StringComparison.Ordinal) => Tone.Waiting,
        _ => Tone.Quiet,
    };
}
