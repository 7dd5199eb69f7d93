using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Logging;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.Emulator.Hosting;

/// <summary>The log: lines of our own on standard output, and of the framework only what is wrong.</summary>
internal static class LineLogging
{
    public static void UseLines(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        logging.Services.AddSingleton<ILogFormatter>(services => services.GetRequiredService<SandboxSettings>().LogFormat switch
        {
            LogFormat.Json => new JsonLogFormatter(),
            _ => new TextLogFormatter(),
        });
        logging.Services.AddSingleton(services => new AsyncConsoleWriter(
            Console.OpenStandardOutput(), TimeProvider.System, lost => Lost(services.GetRequiredService<ILogFormatter>(), lost)));
        logging.Services.AddSingleton<ILoggerProvider>(services => new LineLoggerProvider(
            services.GetRequiredService<AsyncConsoleWriter>(),
            services.GetRequiredService<ILogFormatter>(),
            services.GetRequiredService<SandboxClock>(),
            services.GetRequiredService<SandboxSettings>().LogAmount));
    }

    // In JSON like all the rest; for people without the time, which is not that of any line.
    private static string Lost(ILogFormatter form, string text) => form is JsonLogFormatter
        ? form.Line(new LogEntry(TimeProvider.System.GetUtcNow(), LogLevel.Warning, typeof(AsyncConsoleWriter).FullName!, text))
        : text;
}
