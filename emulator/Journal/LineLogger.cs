using System.Globalization;

namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>Writes a log entry as one line: time, a mark when it is worse than information, the message.</summary>
internal sealed class LineLogger(LineWriter lines, SandboxClock clock) : ILogger
{
    private const string StartFailed = "HostedServiceStartupFaulted";

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // Told in one sentence on standard error by whoever started the sandbox, not in a stack trace.
        if (string.Equals(eventId.Name, StartFailed, StringComparison.Ordinal))
            return;

        var mark = logLevel switch
        {
            >= LogLevel.Error => "error: ",
            LogLevel.Warning => "warning: ",
            _ => "",
        };
        var message = formatter(state, exception);
        var detail = exception is null ? "" : Environment.NewLine + exception;
        lines.Write(string.Create(CultureInfo.InvariantCulture, $"{clock.Now.UtcDateTime:HH:mm:ss.fff} {mark}{message}{detail}"));
    }
}
