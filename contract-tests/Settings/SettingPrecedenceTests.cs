using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Settings;

public sealed class SettingPrecedenceTests
{
    private static readonly SettingSources s_all = new()
    {
        File = """{ "url": "http://localhost:1", "store": "file.db", "merchants": [{ "id": 9970, "settleAfter": "1s", "currency": "KZT", "balance": 1 }] }""",
        Environment = { ["FPS_URL"] = "http://localhost:2", ["FPS_SETTLE_AFTER"] = "2s", ["FPS_CURRENCY"] = "UZS", ["HOME"] = "/root" },
        Flags = [("url", "http://localhost:3"), ("settle-after", "3s")],
    };

    [Fact]
    public void Nothing_needs_to_be_chosen()
    {
        var settings = new SettingSources().Settings;

        Assert.Equal("http://localhost:8585", settings.Url);
        Assert.Null(settings.Store);
        Assert.Equal(Merchant.Default, Assert.Single(settings.Merchants));
    }

    [Fact]
    public void Flags_win_over_the_environment_and_that_over_the_file()
    {
        var settings = s_all.Settings;
        var merchant = Assert.Single(settings.Merchants);

        Assert.Equal(("http://localhost:3", "file.db"), (settings.Url, settings.Store));
        Assert.Equal((TimeSpan.FromSeconds(3), "UZS", "1"), (merchant.SettleAfter, merchant.Currency, $"{merchant.OpeningBalance}"));
    }

    [Fact]
    public void Flags_and_variables_speak_of_the_first_merchant()
    {
        var settings = new SettingSources
        {
            File = """{ "merchants": [{ "id": 1, "payoutSecret": "a" }, { "id": 2, "payoutSecret": "b" }] }""",
            Environment = { ["FPS_CURRENCY"] = "EUR" },
            Flags = [("balance", "7")],
        }.Settings;

        Assert.Equal([(1L, "EUR", "7"), (2L, "KGS", "1000000000")], settings.Merchants.Select(m => (m.Id, m.Currency, $"{m.OpeningBalance}")));
    }

    [Fact]
    public void A_variable_that_others_know_too_wins_over_the_file_only()
    {
        var sources = new SettingSources { File = """{ "logFormat": "text" }""", Environment = { ["LOG_FORMAT"] = "json" } };
        Assert.Equal(LogFormat.Json, sources.Settings.LogFormat);
        Assert.Equal("variable LOG_FORMAT", sources.Lines.Single(line => line.Name == "logFormat").Origin);
        Assert.Equal(LogFormat.Text, (sources with { Environment = new(StringComparer.Ordinal) { ["LOG_FORMAT"] = "json", ["FPS_LOG_FORMAT"] = "text" } }).Settings.LogFormat);
        Assert.Equal("LOG_FORMAT: expected text or json.", Assert.Single(new SettingSources { Environment = { ["LOG_FORMAT"] = "logfmt" } }.Problems));
        Assert.Empty(new SettingSources { Environment = { ["LOG_FORMAT"] = "" } }.Problems);
    }

    [Fact]
    public void Every_setting_has_one_name_in_three_spellings()
    {
        var all = SandboxSettingTable.All.Select(s => (s.Flag, s.Variable, s.Member))
            .Concat(MerchantSettingTable.All.Select(s => (s.Flag, s.Variable, s.Member))).ToList();

        Assert.Contains(("--callback-script-name", "FPS_CALLBACK_SCRIPT_NAME", "callbackScriptName"), all);
        Assert.Equal(all.Count, all.Select(names => names.Variable).Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(SettingsReader.FileVariable, all.Select(names => names.Variable), StringComparer.Ordinal);
    }
}
