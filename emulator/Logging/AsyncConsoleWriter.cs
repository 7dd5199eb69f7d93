using System.Globalization;
using System.Text;
using System.Threading.Channels;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Logging;

/// <summary>
/// Puts lines on a stream without making anybody wait: one writer, many lines to a write. A reader of the stream that is too slow
/// loses lines, and is told how many, rather than slow payouts down.
/// </summary>
internal sealed class AsyncConsoleWriter : IAsyncDisposable
{
    private const int MaxWaiting = 16 * 1024;

    /// <summary>Short for people, long for a machine: one write carries what a few milliseconds bring.</summary>
    private static readonly TimeSpan s_gathering = TimeSpan.FromMilliseconds(20);

    private readonly TimeProvider _time;
    private readonly Channel<string> _waiting;
    private readonly StreamWriter _stream;
    private readonly Func<string, string> _note;
    private readonly Task _writing;
    private long _lost;

    /// <param name="stream">Where the lines go.</param>
    /// <param name="time">By which lines are gathered.</param>
    /// <param name="note">Makes a line of what the writer itself has to say.</param>
    public AsyncConsoleWriter(Stream stream, TimeProvider time, Func<string, string>? note = null)
    {
        _time = time;
        _note = note ?? (text => text);
        _waiting = Channel.CreateBounded<string>(
            new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true },
            _ => Interlocked.Increment(ref _lost));
        _stream = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 32 * 1024);
        _writing = Task.Run(RunAsync);
    }

    public void Write(string line) => _waiting.Writer.TryWrite(line);

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
        await _stream.DisposeAsync();
    }

    private async Task RunAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            await Task.Delay(s_gathering, _time);
            while (_waiting.Reader.TryRead(out var line))
                await _stream.WriteLineAsync(TerminalText.Lines(line));
            if (Interlocked.Exchange(ref _lost, 0) is > 0 and var lost)
                await _stream.WriteLineAsync(_note(string.Create(CultureInfo.InvariantCulture, $"… {lost} lines left out: they came faster than they could be written")));
            await _stream.FlushAsync();
        }
    }
}
