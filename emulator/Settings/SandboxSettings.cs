using System.Data.Common;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Telemetry;

namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>All that can be chosen about a sandbox. The defaults need no choice at all.</summary>
internal sealed record SandboxSettings
{
    public string Url { get; init; } = "http://localhost:8585";

    /// <summary>
    /// The address under which recipients reach the sandbox, without a slash at its end, or none when it is the one that was called.
    /// </summary>
    public string? PublicUrl { get; init; }

    /// <summary>The SQLite file, none for a temporary one, or the connection string of a PostgreSQL database.</summary>
    public string? Store { get; init; }

    public UnknownMerchantCode UnknownMerchantCode { get; init; } = UnknownMerchantCode.Code9998;

    public CallbackConcurrency CallbackConcurrency { get; init; } = new();

    /// <summary>The rules that every merchant starts with.</summary>
    public RuleSet Rules { get; init; } = RuleSet.Empty;

    /// <summary>What calls of the admin API must bear, or none when all may use it who reach it.</summary>
    public AdminToken? AdminToken { get; init; }

    /// <summary>Host names under which the admin API may be called, besides those that stay on this machine.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>How many calls the journal of each merchant keeps.</summary>
    public int JournalEntries { get; init; } = 1000;

    /// <summary>Whether findings make the process end with the exit code for findings.</summary>
    public bool Strict { get; init; }

    /// <summary>Where traces and metrics go.</summary>
    public TelemetryPlan Telemetry { get; init; } = TelemetryPlan.None;

    public LogFormat LogFormat { get; init; }

    public LogVerbosity LogAmount { get; init; }

    public IReadOnlyList<Merchant> Merchants { get; init; } = [Merchant.Default];
}

/// <summary>How many callback attempts may be under way at once.</summary>
/// <param name="PerQueue">To one host of one merchant.</param>
internal sealed record CallbackConcurrency(int PerQueue = 16);

/// <summary>How the log is written.</summary>
internal enum LogFormat
{
    /// <summary>A line for people.</summary>
    Text,

    /// <summary>A JSON object a line, for machines.</summary>
    Json,
}

/// <summary>How much is logged.</summary>
internal enum LogVerbosity
{
    /// <summary>A line for each call and each callback attempt, and all that goes wrong.</summary>
    Calls,

    /// <summary>Only what goes wrong: for loads, in which nobody reads thousands of lines a second.</summary>
    Problems,
}

/// <summary>Where the server is told to listen.</summary>
internal static class ListenAddress
{
    /// <summary>
    /// Localhost stands for two addresses, which cannot be given one free port between them: port 0 is taken on the IPv4 one.
    /// </summary>
    public static string Parse(string url) => new Uri(url) is { Port: 0, Host: "localhost" } ? "http://127.0.0.1:0" : url;
}

/// <summary>Where the state is kept, in words that may be shown: a store that is not a file may name a password.</summary>
internal static class StoreDescription
{
    private const string Mask = "••••••";

    public static string Shown(string? store)
    {
        if (store is null)
            return "a temporary file";
        if (!store.Contains('=', StringComparison.Ordinal))
            return store;
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = store };
            var secrets = parts.Keys.Cast<string>().Where(IsSecret).ToList();
            foreach (var name in secrets)
                parts[name] = Mask;

            // As it was written, unless something had to be masked.
            return secrets.Count == 0 ? store : parts.ConnectionString;
        }
        catch (ArgumentException)
        {
            return Mask;
        }
    }

    private static bool IsSecret(string name) =>
        name.Contains("password", StringComparison.OrdinalIgnoreCase)
        || name.Contains("pwd", StringComparison.OrdinalIgnoreCase)
        || name.Contains("passfile", StringComparison.OrdinalIgnoreCase);
}
