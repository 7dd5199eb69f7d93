namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>Makes loggers whose every entry is one line.</summary>
internal sealed class LineLoggerProvider(LineWriter lines, ILogForm form, SandboxClock clock, LogAmount amount = LogAmount.Calls) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new LineLogger(lines, form, clock, amount, categoryName);

    public void Dispose()
    {
        // The lines are the container's to dispose of, after the last one who may log.
    }
}
