using System.Globalization;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Readme;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Settings;

public sealed class SettingTableTests
{
    public static TheoryData<string, string, object> Good => new()
    {
        { "id", "42", 42L },
        { "payout-secret", " any text ", " any text " },
        { "receive-secret", "r", "r" },
        { "balance", "0", "0" },
        { "balance", "1000.50", "1000.5" },
        { "currency", "USD", "USD" },
        { "commission", "0", 0m },
        { "commission", "1.25", 1.25m },
        { "commission", "100", 100m },
        { "utc-offset", "+05:00", TimeSpan.FromHours(5) },
        { "utc-offset", "-03:30", TimeSpan.FromHours(-3.5) },
        { "settle-after", "0s", TimeSpan.Zero },
        { "settle-after", "PT1H", TimeSpan.FromHours(1) },
        { "callback-schedule", "0s, 1m,2h", "00:00:00, 00:01:00, 02:00:00" },
        { "callback-schedule", "Steep", "00:00:00, 00:00:05, 00:00:30, 00:02:00, 00:10:00, 00:30:00" },
        { "callback-timeout", "1h", TimeSpan.FromHours(1) },
        { "clock", "machine", "" },
        { "clock", "2026-01-15T15:00:00.5+06:00", "2026-01-15T09:00:00.5000000Z" },
        { "disabled-methods", "p2p2nonreg, to_iban", "p2p2nonreg+to_iban" },
        { "disabled-methods", "get_status2.php,add", "add+get_status2.php" },
        { "disabled-methods", "", "" },
        { "seed", "0", 0L },
        { "sign-errors", "Always", SignErrors.Always },
        { "sign-errors", "never", SignErrors.Never },
        { "duplicate-order", "Accept", DuplicateOrder.Accept },
        { "unknown-cards", "Refuse", UnknownCards.Refuse },
        { "process-answer", "OkWithPaymentStatus", ProcessAnswer.OkWithPaymentStatus },
        { "failed-callbacks", "Skip", FailedCallbacks.Skip },
        { "callback-script-name", "PreviousSegment", CallbackScriptName.PreviousSegment },
        { "strict-bank-details", "true", true },
        { "strict-bank-details", "False", false },
        { "url", "http://0.0.0.0:0", "http://0.0.0.0:0" },
        { "public-url", "https://sandbox.example.com", "https://sandbox.example.com" },
        { "public-url", "http://10.0.0.7:8585/", "http://10.0.0.7:8585" },
        { "public-url", "http://[::1]:8585", "http://[::1]:8585" },
        { "public-url", "https://example.com/sandbox/pay//", "https://example.com/sandbox/pay" },
        { "store", "a b/c.db", "a b/c.db" },
        { "store", "Host=db;Database=sandbox", "Host=db;Database=sandbox" },
        { "unknown-merchant-code", "101", UnknownMerchantCode.Code101 },
        { "callback-concurrency", "1000", 1000 },
        { "rules", RulesFile, "answer lost" },
        { "admin-token", "8-Chars!", "••••••" },
        { "allowed-hosts", "", "" },
        { "allowed-hosts", "sandbox.example.com, build-7.test", "sandbox.example.com+build-7.test" },
        { "journal-entries", "1", 1 },
        { "journal-entries", "100000", 100_000 },
        { "log-format", "json", LogFormat.Json },
        { "log-format", "Text", LogFormat.Text },
        { "log", "problems", LogVerbosity.Problems },
        { "log", "Calls", LogVerbosity.Calls },
        { "strict", "true", true },
        { "strict", "False", false },
    };

    public static TheoryData<string, string> Bad => new()
    {
        { "id", "0" },
        { "id", "-1" },
        { "id", "x" },
        { "id", "99999999999999999999" },
        { "payout-secret", "" },
        { "receive-secret", "" },
        { "balance", "-1" },
        { "balance", "1e9" },
        { "balance", "1,5" },
        { "balance", "0.001" },
        { "currency", "kgs" },
        { "currency", "KGSS" },
        { "commission", "-1" },
        { "commission", "100.01" },
        { "commission", "5%" },
        { "utc-offset", "6" },
        { "utc-offset", "+25:00" },
        { "settle-after", "5" },
        { "callback-schedule", "" },
        { "callback-schedule", "0s,0s" },
        { "callback-schedule", "soon" },
        { "callback-schedule", "1s,x" },
        { "callback-timeout", "0s" },
        { "callback-timeout", "61m" },
        { "callback-schedule", "steeper" },
        { "clock", "now" },
        { "clock", "2026-01-15T09:00:00" },
        { "clock", "15.01.2026 09:00:00Z" },
        { "clock", "0001-01-01T00:00:00Z" },
        { "disabled-methods", "p2p2nonregg" },
        { "disabled-methods", "p2p2nonreg,payout_page" },
        { "disabled-methods", "/g2g/p2p2nonreg" },
        { "disabled-methods", "P2P2NONREG" },
        { "seed", "-1" },
        { "seed", "1.5" },
        { "sign-errors", "1" },
        { "sign-errors", "Sometimes" },
        { "duplicate-order", "" },
        { "unknown-cards", "Accept" },
        { "process-answer", "Ok" },
        { "failed-callbacks", "Send,Skip" },
        { "callback-script-name", "None" },
        { "strict-bank-details", "" },
        { "strict-bank-details", "1" },
        { "strict-bank-details", "yes" },
        { "url", "localhost:8585" },
        { "url", "https://localhost" },
        { "url", "http://localhost/path" },
        { "public-url", "" },
        { "public-url", "sandbox.example.com" },
        { "public-url", "/pay" },
        { "public-url", "//sandbox.example.com" },
        { "public-url", "ftp://sandbox.example.com" },
        { "public-url", "http://" },
        { "public-url", "http://sandbox.example.com:0" },
        { "public-url", "https://sandbox.example.com/?" },
        { "public-url", "https://sandbox.example.com/pay?x=1" },
        { "public-url", "https://sandbox.example.com/#top" },
        { "public-url", "https://user@sandbox.example.com" },
        { "public-url", "https://user:password@sandbox.example.com" },
        { "public-url", " https://sandbox.example.com" },
        { "public-url", "https://sandbox.example.com\n" },
        { "public-url", "https://sandbox.example.com/a b" },
        { "public-url", "https://sandbox.example.com\r\nX: y" },
        { "public-url", "https://sandbox.example.com\\pay" },
        { "public-url", "https://пример.рф" },
        { "store", " " },
        { "store", "Host=localhost" },
        { "store", "Database=sandbox" },
        { "store", "Host=localhost;Database=sandbox;Colour=blue" },
        { "store", "postgres://me:secret@localhost/sandbox" },
        { "unknown-merchant-code", "100" },
        { "unknown-merchant-code", "Code101" },
        { "callback-concurrency", "0" },
        { "callback-concurrency", "1001" },
        { "rules", "" },
        { "rules", "nowhere/rules.json" },
        { "rules", "." },
        { "admin-token", "" },
        { "admin-token", "7-chars" },
        { "admin-token", "with a space" },
        { "admin-token", "пароль-из-букв" },
        { "allowed-hosts", "sandbox.example.com:8585" },
        { "allowed-hosts", "http://sandbox.example.com" },
        { "allowed-hosts", "*.example.com" },
        { "allowed-hosts", "пример.рф" },
        { "journal-entries", "0" },
        { "journal-entries", "100001" },
        { "log", "nothing" },
        { "log-format", "" },
        { "log-format", "logfmt" },
        { "log-format", "1" },
        { "strict", "" },
        { "strict", "yes" },
    };

    private static string RulesFile => Path.Combine(Page.Repository.FullName, "contract-tests", "Settings", "rules.json");

    [Theory, MemberData(nameof(Good))]
    [Proves("S-9", "S-11", "C-2", "C-3", "E-5", "E-9", "E-11", "N-7", "N-8", "N-10")]
    public void A_setting_arrives_where_it_belongs(string name, string text, object value)
    {
        var settings = new SettingSources { Flags = [("payout-secret", "p"), (name, text)] }.Settings;
        Assert.Equal(value, Chosen(name, settings, settings.Merchants.Single()));
    }

    [Fact]
    public void No_setting_is_left_out_of_these_tests()
    {
        var names = SandboxSettingTable.All.Select(setting => setting.Name).Concat(MerchantSettingTable.All.Select(setting => setting.Name)).Order(StringComparer.Ordinal);
        Assert.Equal(names, Good.Select(row => (string)row[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Bad))]
    public void A_setting_that_makes_no_sense_is_refused_with_what_is_expected(string name, string text) =>
        Assert.StartsWith($"--{name}: expected ", Assert.Single(SettingSources.OfFlag(name, text).Problems), StringComparison.Ordinal);

    [Theory]
    [InlineData("p2p2nonregg", "p2p2nonreg")]
    [InlineData("to_iban, reg2rg", "reg2reg")]
    [InlineData("payout_page", "payout_status")]
    public void A_method_that_is_none_is_refused_with_the_nearest(string text, string meant) => Assert.StartsWith(
        $"--disabled-methods: expected methods by their names, comma-separated. Did you mean {meant}? Known: p2p2nonreg, to_iban, ",
        Assert.Single(SettingSources.OfFlag("disabled-methods", text).Problems),
        StringComparison.Ordinal);

    [Theory, MemberData(nameof(Good))]
    public void What_is_shown_of_a_setting_sets_the_same_again(string name, string text, object value)
    {
        var shown = new SettingSources { Flags = [("payout-secret", "p"), (name, text)] }.Lines.Single(line => Name(line) == name).Value;
        if (name is "rules")
            Assert.Equal("1 of them", shown);
        else if (name.EndsWith("secret", StringComparison.Ordinal) || name is "admin-token")
            Assert.Equal("••••••", shown);
        else if (shown.Length > 0)
            A_setting_arrives_where_it_belongs(name, shown, value);
        else
            Assert.Equal("", value);
    }

    private static string Name(SettingLine line) => (line.Merchant is null
        ? SandboxSettingTable.All.Select(setting => (setting.Name, setting.Member))
        : MerchantSettingTable.All.Select(setting => (setting.Name, setting.Member))).Single(setting => setting.Member == line.Name).Name;

    private static object? Chosen(string name, SandboxSettings settings, Merchant merchant) => name switch
    {
        "id" => merchant.Id,
        "payout-secret" => merchant.Secrets.Payout,
        "receive-secret" => merchant.Secrets.Receive,
        "balance" => merchant.OpeningBalance.ToString(),
        "currency" => merchant.Currency,
        "commission" => merchant.CommissionPercent,
        "utc-offset" => merchant.UtcOffset,
        "settle-after" => merchant.SettleAfter,
        "callback-schedule" => merchant.Schedule.ToString(),
        "callback-timeout" => merchant.CallbackTimeout,
        "clock" => merchant.ClockStandsAt?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "",
        "rules" => string.Join('+', settings.Rules.Rules.Select(rule => rule.Name)),
        "disabled-methods" => string.Join('+', merchant.DisabledMethods.Order(StringComparer.Ordinal)),
        "seed" => merchant.Seed,
        "sign-errors" => merchant.Switches.SignErrors,
        "duplicate-order" => merchant.Switches.DuplicateOrder,
        "unknown-cards" => merchant.Switches.UnknownCards,
        "process-answer" => merchant.Switches.ProcessAnswer,
        "failed-callbacks" => merchant.Switches.FailedCallbacks,
        "callback-script-name" => merchant.Switches.CallbackScriptName,
        "strict-bank-details" => merchant.Switches.StrictBankDetails,
        "url" => settings.Url,
        "public-url" => settings.PublicUrl,
        "store" => settings.Store,
        "unknown-merchant-code" => settings.UnknownMerchantCode,
        "callback-concurrency" => settings.CallbackConcurrency.PerQueue,
        "admin-token" => settings.AdminToken?.ToString(),
        "allowed-hosts" => string.Join('+', settings.AllowedHosts),
        "journal-entries" => settings.JournalEntries,
        "log-format" => settings.LogFormat,
        "log" => settings.LogAmount,
        "strict" => settings.Strict,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}
