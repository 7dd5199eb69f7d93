namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>What was sent back: status, type and text.</summary>
internal sealed record JournalAnswer(int Status, string? ContentType, string Body)
{
    public override string ToString() => $"HTTP {Status}";
}
