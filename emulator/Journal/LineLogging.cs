namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>The log: lines of our own on standard output, and of the framework only what is wrong.</summary>
internal static class LineLogging
{
    public static void UseLines(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        logging.Services.AddSingleton(_ => new LineWriter(Console.OpenStandardOutput(), TimeProvider.System));
        logging.Services.AddSingleton<ILoggerProvider, LineLoggerProvider>();
    }
}
