using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Logging;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Hosting;

/// <summary>The one line on start with what one needs to begin: address, store, merchants. Configured secrets are not shown.</summary>
internal static class Banner
{
    public static void Write(WebApplication app, SandboxSettings settings, SandboxStore store)
    {
        var line = Line(app.Urls, settings.Merchants, store);
        if (settings.LogFormat == LogFormat.Json)
            line = new JsonLogFormatter().Line(new LogEntry(app.Services.GetRequiredService<SandboxClock>().Now, LogLevel.Information, typeof(Banner).FullName!, line));
        Console.Out.WriteLine(TerminalText.Line(line));
    }

    public static string Line(IEnumerable<string> urls, IReadOnlyList<Merchant> merchants, SandboxStore store) =>
        $"Freedom Pay payout sandbox on {string.Join(", ", urls)} | {store} | {string.Join("; ", merchants.Select(Introduce))}";

    private static string Introduce(Merchant merchant) => merchant.Secrets.ArePublished
        ? $"merchant {merchant.Id}, payout secret {merchant.Secrets.Payout}, receive secret {merchant.Secrets.Receive}"
        : $"merchant {merchant.Id}, secrets as configured";
}
