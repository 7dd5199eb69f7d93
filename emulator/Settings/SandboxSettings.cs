using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Telemetry;

namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>All that can be chosen about a sandbox. The defaults need no choice at all.</summary>
internal sealed record SandboxSettings
{
    public string Url { get; init; } = "http://localhost:8585";

    /// <summary>The address under which recipients reach the sandbox, without a slash at its end, or none when it is the one that was called.</summary>
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
