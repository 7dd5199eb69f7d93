using Microsoft.Extensions.Logging.Console;

namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>The log: lines of our own on standard output, and of the framework only what is wrong.</summary>
internal static class SandboxLogging
{
    private const int MaxWaitingLines = 8192;

    public static void UseSandboxLines(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        logging.AddConsoleFormatter<SandboxLines, ConsoleFormatterOptions>();
        logging.AddConsole(console =>
        {
            console.FormatterName = SandboxLines.FormatterName;

            // A slow terminal must not slow payouts down; the logger says how many lines it left out.
            console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
            console.MaxQueueLength = MaxWaitingLines;
        });
    }
}
