using System.Text;

namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>What was sent back: status, type and text. The text is kept in the bytes that went out.</summary>
/// <param name="status">Of HTTP.</param>
/// <param name="contentType">As it was sent.</param>
/// <param name="sent">UTF-8.</param>
internal sealed class JournalAnswer(int status, string? contentType, ReadOnlyMemory<byte> sent)
{
    public JournalAnswer(int status, string? contentType, string body)
        : this(status, contentType, Encoding.UTF8.GetBytes(body))
    {
    }

    public int Status => status;

    public string? ContentType => contentType;

    public string Body => Encoding.UTF8.GetString(sent.Span);

    internal ReadOnlySpan<byte> Sent => sent.Span;

    public override string ToString() => $"HTTP {Status}";
}
