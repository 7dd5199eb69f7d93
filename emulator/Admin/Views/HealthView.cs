using System.ComponentModel;
using System.Reflection;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>How the sandbox is.</summary>
internal sealed record HealthView(
    string Status,
    string Version,
    [property: Description("The engine, and the file or database.")] string Store,
    [property: Description("How many there are.")] int Merchants,
    [property: Description("How many all merchants have made since each one's last reset.")] long Payouts,
    [property: Description("What all journals take in memory, roughly.")] long JournalBytes,
    [property: Description("By the machine's clock.")] DateTimeOffset Now)
{
    public static string ThisVersion { get; } =
        typeof(HealthView).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "?";
}
