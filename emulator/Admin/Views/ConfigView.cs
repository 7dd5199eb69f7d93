using System.ComponentModel;
using System.Reflection;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>What the sandbox was started with.</summary>
internal sealed record ConfigView(
    [property: Description("Where it was told to listen.")] string Url,
    [property: Description("Its address in links to payout pages; left out when it is that of the call.")] string? PublicUrl,
    [property: Description("The file or database that keeps the state, without a password; left out when it is a temporary file.")] string? Store,
    [property: Description("The error code for an unknown merchant.")] int UnknownMerchantCode,
    [property: Description("Callback attempts under way at once, for each host of each merchant.")] int CallbackConcurrency,
    [property: Description("How many rules every merchant starts with.")] int Rules,
    [property: Description("Whether calls of the admin API need a token.")] bool AdminToken,
    [property: Description("More host names under which the admin API may be called.")] IReadOnlyList<string> AllowedHosts,
    [property: Description("Calls kept in the journal of each merchant.")] int JournalEntries,
    [property: Description("How the log is written: text or json.")] string LogFormat,
    [property: Description("What is logged: calls or problems.")] string Log,
    [property: Description("Whether findings make it end with exit code 2.")] bool Strict,
    [property: Description("The ids of the merchants it was started with.")] IReadOnlyList<long> Merchants)
{
    public static ConfigView From(SandboxSettings settings) => new(
        settings.Url,
        settings.PublicUrl,
        StoreEngine.IsConnectionString(settings.Store) ? PostgresAddress.TryParse(settings.Store!)?.Shown : settings.Store,
        (int)settings.UnknownMerchantCode,
        settings.CallbackConcurrency.PerQueue,
        settings.Rules.Rules.Count,
        settings.AdminToken is not null,
        settings.AllowedHosts,
        settings.JournalEntries,
        settings.LogFormat.ToString().ToLowerInvariant(),
        settings.LogAmount.ToString().ToLowerInvariant(),
        settings.Strict,
        [.. settings.Merchants.Select(merchant => merchant.Id)]);
}

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

/// <summary>What a reset of all came to.</summary>
internal sealed record ResetView([property: Description("How many merchants were emptied.")] int Merchants);

/// <summary>What a clock shows.</summary>
internal sealed record ClockView(
    [property: Description("What it shows.")] DateTimeOffset Now,
    [property: Description("Whether it stands there until it is advanced or set.")] bool Frozen,
    [property: Description("How far it is ahead of the machine's clock, such as 2h; left out when it stands.")] string? Ahead)
{
    public static ClockView From(ClockReading reading, DateTimeOffset machine) => new(
        reading.At(machine),
        reading.Frozen is not null,
        reading.Frozen is not null ? null : (reading.Ahead < TimeSpan.Zero ? "-" : "") + DurationText.Format(reading.Ahead.Duration()));
}
