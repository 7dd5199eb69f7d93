using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.Emulator.Logging;

/// <summary>Makes loggers whose every entry is one line.</summary>
internal sealed class LineLoggerProvider(AsyncConsoleWriter lines, ILogFormatter form, SandboxClock clock, LogVerbosity amount = LogVerbosity.Calls) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new LineLogger(lines, form, clock, amount, categoryName);

    public void Dispose()
    {
        // The lines are the container's to dispose of, after the last one who may log.
    }
}
