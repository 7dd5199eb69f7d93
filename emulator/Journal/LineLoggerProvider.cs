namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>Makes loggers whose every entry is one line.</summary>
internal sealed class LineLoggerProvider(LineWriter lines, SandboxClock clock) : ILoggerProvider
{
    private readonly LineLogger _logger = new(lines, clock);

    public ILogger CreateLogger(string categoryName) => _logger;

    public void Dispose()
    {
        // The lines are the container's to dispose of, after the last one who may log.
    }
}
