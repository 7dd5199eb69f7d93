using System.Globalization;
using System.Text;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>The settings of the sandbox as a whole.</summary>
internal static class SandboxSettingTable
{
    public static readonly IReadOnlyList<Setting<SandboxSettings>> All =
    [
        new("url", "Where to listen. Port 0 takes a free one. Default: http://localhost:8585", Url, all => all.Url),
        new("public-url", "The address of the sandbox in links to payout pages and of the dashboard, with its path if a proxy strips one; that of the call when left out", PublicUrl, all => all.PublicUrl ?? ""),
        new("store", "The SQLite file that keeps the state, or a PostgreSQL connection string. Default: a temporary file, gone at exit", Store, all => StoreDescription.Shown(all.Store)) { IsSecret = true },
        new("unknown-merchant-code", "The error code for an unknown merchant: 9998 (default), 9997 or 101", UnknownMerchantCode, all => Whole((int)all.UnknownMerchantCode)),
        new("callback-concurrency", "Callback attempts under way at once, for each host of each merchant. Default: 16", CallbackConcurrency, all => Whole(all.CallbackConcurrency.PerQueue)),
        new("rules", "A JSON file of rules that every merchant starts with", Rules, all => all.Rules.Rules.Count is > 0 and var count ? $"{count} of them" : ""),
        new("admin-token", "The token that calls of /__admin must bear; none when left out", AdminToken, all => all.AdminToken?.ToString() ?? "") { IsSecret = true },
        new("allowed-hosts", "More host names under which /__admin may be called, comma-separated", AllowedHosts, all => string.Join(',', all.AllowedHosts)),
        new("journal-entries", "Calls kept in the journal of each merchant. Default: 1000", JournalEntries, all => Whole(all.JournalEntries)),
        new("log-format", "How the log is written, also LOG_FORMAT: text (default), json", LogFormat, all => all.LogFormat.ToString().ToLowerInvariant())
        {
            CommonVariable = "LOG_FORMAT",
        },
        new("log", "What is logged: calls (default), that is all of them, or problems only", LogAmount, all => all.LogAmount.ToString().ToLowerInvariant()),
        new("strict", "Whether the process ends with exit code 2 when there were findings: false (default), true", Strict, all => SettingFormatter.Format(all.Strict)) { IsTrueOrFalse = true },
    ];

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Url(ref SandboxSettings settings, string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || url.AbsolutePath != "/")
            return "an address such as http://localhost:8585 or http://0.0.0.0:8585";

        // The web server takes any name for all addresses of the machine.
        if (url.HostNameType == UriHostNameType.Dns && !string.Equals(url.Host, "localhost", StringComparison.OrdinalIgnoreCase))
            return "localhost or an IP address: under another name it would listen on all addresses, for which there is http://0.0.0.0:8585";
        settings = settings with { Url = text };
        return null;
    }

    // Made a link by putting a path behind it, so there may be nothing else behind it.
    private static string? PublicUrl(ref SandboxSettings settings, string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
            || url.Port == 0
            || !url.IsWellFormedOriginalString()
            || text.AsSpan().ContainsAnyExceptInRange('!', '~')
            || text.AsSpan().ContainsAny('?', '#', '@'))
        {
            return "an http or https address without user, query and fragment, such as https://sandbox.example.com";
        }

        settings = settings with { PublicUrl = text.TrimEnd('/') };
        return null;
    }

    private static string? Store(ref SandboxSettings settings, string text)
    {
        if (text.Trim().StartsWith(":memory:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            return "the path of a file: a store in memory would be another one for each connection. Leave --store out for a temporary file that is gone at exit";
        if (StoreEngine.IsConnectionString(text) ? PostgresAddress.TryParse(text) is null : string.IsNullOrWhiteSpace(text) || text.Contains("://", StringComparison.Ordinal))
            return $"the path of a file, or a PostgreSQL connection string such as {PostgresAddress.Form}";
        settings = settings with { Store = text };
        return null;
    }

    private static string? UnknownMerchantCode(ref SandboxSettings settings, string text)
    {
        if (SettingText.Whole(text) is not { } code || !Enum.IsDefined((UnknownMerchantCode)code))
            return "9998, 9997 or 101";
        settings = settings with { UnknownMerchantCode = (UnknownMerchantCode)code };
        return null;
    }

    private static string? CallbackConcurrency(ref SandboxSettings settings, string text)
    {
        if (SettingText.Whole(text) is not (> 0 and <= 1000 and var perQueue))
            return "a number from 1 to 1000";
        settings = settings with { CallbackConcurrency = new CallbackConcurrency(perQueue) };
        return null;
    }

    // Everything that is wrong with the file, in one go.
    private static string? Rules(ref SandboxSettings settings, string text)
    {
        try
        {
            var reading = RulesReader.Read(File.ReadAllBytes(text), OperationNames.All);
            if (!reading.IsRead)
                return $"rules as docs/rules.md describes them, and found:{string.Concat(reading.Problems.Select(problem => $"\n  {problem}")).TrimEnd('.')}";
            settings = settings with { Rules = reading.Rules };
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return fault is FileNotFoundException or DirectoryNotFoundException
                ? "the path of a file of rules, and there is none"
                : "the path of a file of rules that can be read";
        }
    }

    private static string? AdminToken(ref SandboxSettings settings, string text)
    {
        if (Settings.AdminToken.TryCreate(text) is not { } token)
            return "a text of at least 8 characters, all of them visible ASCII";
        settings = settings with { AdminToken = token };
        return null;
    }

    private static string? AllowedHosts(ref SandboxSettings settings, string text)
    {
        var hosts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!hosts.All(host => Ascii.IsValid(host) && Uri.CheckHostName(host) == UriHostNameType.Dns))
            return "host names without port or scheme, comma-separated, such as sandbox.example.com";
        settings = settings with { AllowedHosts = hosts };
        return null;
    }

    private static string? JournalEntries(ref SandboxSettings settings, string text)
    {
        if (SettingText.Whole(text) is not (> 0 and <= 100_000 and var entries))
            return "a number from 1 to 100000";
        settings = settings with { JournalEntries = entries };
        return null;
    }

    private static string? LogFormat(ref SandboxSettings settings, string text)
    {
        if (SettingText.Choice<Settings.LogFormat>(text) is not { } format)
            return "text or json";
        settings = settings with { LogFormat = format };
        return null;
    }

    private static string? LogAmount(ref SandboxSettings settings, string text)
    {
        if (SettingText.Choice<Settings.LogVerbosity>(text) is not { } amount)
            return "calls or problems";
        settings = settings with { LogAmount = amount };
        return null;
    }

    private static string? Strict(ref SandboxSettings settings, string text)
    {
        if (!bool.TryParse(text, out var strict))
            return "true or false";
        settings = settings with { Strict = strict };
        return null;
    }
}
