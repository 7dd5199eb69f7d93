using FreedomPaySandbox.Emulator.Journal;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>What was sent back: status, type and text.</summary>
internal sealed record AnswerView(int Status, string? ContentType, string Body)
{
    public static AnswerView From(JournalAnswer answer) => new(answer.Status, answer.ContentType, answer.Body);
}
