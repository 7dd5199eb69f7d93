using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>The log: lines of our own on standard output, and of the framework only what is wrong.</summary>
internal static class LineLogging
{
    public static void UseLines(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        logging.Services.AddSingleton<ILogForm>(services => services.GetRequiredService<SandboxSettings>().LogFormat switch
        {
            LogFormat.Json => new JsonLogForm(),
            _ => new TextLogForm(),
        });
        logging.Services.AddSingleton(services => new LineWriter(
            Console.OpenStandardOutput(), TimeProvider.System, lost => Lost(services.GetRequiredService<ILogForm>(), lost)));
        logging.Services.AddSingleton<ILoggerProvider>(services => new LineLoggerProvider(
            services.GetRequiredService<LineWriter>(),
            services.GetRequiredService<ILogForm>(),
            services.GetRequiredService<SandboxClock>(),
            services.GetRequiredService<SandboxSettings>().LogAmount));
    }

    // In JSON like all the rest; for people without the time, which is not that of any line.
    private static string Lost(ILogForm form, string text) => form is JsonLogForm
        ? form.Line(new LogEntry(TimeProvider.System.GetUtcNow(), LogLevel.Warning, typeof(LineWriter).FullName!, text))
        : text;
}
