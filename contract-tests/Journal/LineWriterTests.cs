using System.Text;
using FreedomPaySandbox.Emulator.Logging;

namespace FreedomPaySandbox.ContractTests.Journal;

public sealed class LineWriterTests : IDisposable
{
    private readonly MemoryStream _stream = new();

    public void Dispose() => _stream.Dispose();

    private string[] Lines => Encoding.UTF8.GetString(_stream.ToArray()).Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public async Task All_lines_are_written_in_order_before_the_end()
    {
        var lines = Enumerable.Range(1, 10_000).Select(number => $"строка {number}").ToArray();
        var writer = new AsyncConsoleWriter(_stream, TimeProvider.System);
        foreach (var line in lines)
            writer.Write(line);

        await writer.DisposeAsync();

        Assert.Equal(lines, Lines);
    }

    [Fact]
    public async Task Lines_of_many_writers_are_never_torn()
    {
        var writer = new AsyncConsoleWriter(_stream, TimeProvider.System);
        Parallel.For(0, 8, author =>
        {
            for (var number = 0; number < 1000; number++)
                writer.Write($"{author} {number} {new string('x', number % 97)}|");
        });

        await writer.DisposeAsync();

        Assert.Equal(8000, Lines.Length);
        Assert.All(Lines, line => Assert.Matches("^[0-7] [0-9]+ x*\\|$", line));
        Assert.Equal(8000, Lines.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Lines_that_come_faster_than_they_can_be_written_are_left_out_and_counted()
    {
        var stalled = new StalledStream(_stream);
        var writer = new AsyncConsoleWriter(stalled, TimeProvider.System);
        writer.Write("first");
        await stalled.Stalled;
        const int Written = 20_000;
        for (var number = 0; number < Written; number++)
            writer.Write("line");

        stalled.Release();
        await writer.DisposeAsync();

        Assert.Equal("first", Lines[0]);
        var lost = Written - (Lines.Length - 2);
        Assert.InRange(lost, 1, Written - 1);
        Assert.Equal($"… {lost} lines left out: they came faster than they could be written", Lines[^1]);
    }

    [Fact]
    public async Task No_byte_order_mark_opens_the_stream()
    {
        var writer = new AsyncConsoleWriter(_stream, TimeProvider.System);
        writer.Write("é");

        await writer.DisposeAsync();

        Assert.Equal([.. "é"u8, .. Encoding.UTF8.GetBytes(Environment.NewLine)], _stream.ToArray());
    }

    [Fact]
    public async Task After_the_end_nothing_is_written_and_nobody_fails()
    {
        var writer = new AsyncConsoleWriter(_stream, TimeProvider.System);
        await writer.DisposeAsync();

        writer.Write("late");

        Assert.Empty(Lines);
    }
}
