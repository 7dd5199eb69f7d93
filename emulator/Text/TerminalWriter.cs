using System.Text;

namespace FreedomPaySandbox.Emulator.Text;

/// <summary>
/// The edge to a terminal: whatever a command says passes here, and only line breaks are left of what a terminal obeys. A report that shows
/// foreign texts keeps them in their lines by <see cref="TerminalText.Line"/>; what one forgets is caught here.
/// </summary>
internal sealed class TerminalWriter(TextWriter terminal) : TextWriter
{
    public override Encoding Encoding => terminal.Encoding;

    /// <summary>Standard output and standard error from now on.</summary>
    public static void GuardConsole()
    {
        Console.SetOut(new TerminalWriter(Console.Out));
        Console.SetError(new TerminalWriter(Console.Error));
    }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value) => terminal.Write(value is null ? null : TerminalText.Lines(value));

    public override void WriteLine(string? value) => terminal.WriteLine(value is null ? null : TerminalText.Lines(value));

    public override Task WriteAsync(char value) => WriteAsync(value.ToString());

    public override Task WriteAsync(char[] buffer, int index, int count) => WriteAsync(new string(buffer, index, count));

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) => WriteAsync(buffer.ToString());

    public override Task WriteAsync(string? value) => terminal.WriteAsync(value is null ? null : TerminalText.Lines(value));

    public override Task WriteLineAsync(string? value) => terminal.WriteLineAsync(value is null ? null : TerminalText.Lines(value));

    public override Task WriteLineAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) => WriteLineAsync(buffer.ToString());

    public override void Flush() => terminal.Flush();

    public override Task FlushAsync() => terminal.FlushAsync();
}
