using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.Testing;

/// <summary>Hands each line of the log to those who asked for it.</summary>
internal sealed class LineSink(Action<string> sink) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var mark = logLevel > LogLevel.Information ? $"{logLevel}: " : "";
        try
        {
            sink(exception is null ? mark + formatter(state, exception) : $"{mark}{formatter(state, exception)}\n{exception}");
        }
#pragma warning disable CA1031 // A test that is over takes no more lines, and no call to the sandbox may fail of that.
        catch (Exception)
#pragma warning restore CA1031
        {
            // The line is lost.
        }
    }

    public void Dispose()
    {
        // The sink is the test's.
    }
}
