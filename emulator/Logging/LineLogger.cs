using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.Emulator.Logging;

/// <summary>Writes a log entry as one line.</summary>
internal sealed class LineLogger(AsyncConsoleWriter lines, ILogFormatter form, SandboxClock clock, LogVerbosity amount, string category) : ILogger
{
    private const string StartFailed = "HostedServiceStartupFaulted";

    private readonly LogLevel _least = amount == LogVerbosity.Problems ? LogLevel.Warning : LogLevel.Trace;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None && logLevel >= _least;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // The command that started the sandbox tells it in one sentence on standard error, without a stack trace.
        if (string.Equals(eventId.Name, StartFailed, StringComparison.Ordinal))
            return;

        lines.Write(form.Line(new LogEntry(clock.Now, logLevel, category, formatter(state, exception))
        {
            Exception = exception,
            Values = form.TakesValues && state is IReadOnlyList<KeyValuePair<string, object?>> values ? values : [],
        }));
    }
}

/// <summary>Makes loggers whose every entry is one line.</summary>
internal sealed class LineLoggerProvider(AsyncConsoleWriter lines, ILogFormatter form, SandboxClock clock, LogVerbosity amount = LogVerbosity.Calls) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new LineLogger(lines, form, clock, amount, categoryName);

    public void Dispose()
    {
        // The lines are the container's to dispose of, after the last one who may log.
    }
}
