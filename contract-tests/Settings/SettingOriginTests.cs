using FreedomPaySandbox.Emulator.Cli;

namespace FreedomPaySandbox.ContractTests.Settings;

/// <summary>What <c>config</c> tells of settings: the last word on each, and whose it was.</summary>
public sealed class SettingOriginTests
{
    private static readonly SettingSources s_all = new()
    {
        File = """{ "url": "http://localhost:1", "store": "file.db", "merchants": [{ "id": 9970, "settleAfter": "1s", "balance": 1 }, { "id": 2, "payoutSecret": "hush-hush" }] }""",
        Environment = { ["FPS_URL"] = "http://localhost:2", ["FPS_SETTLE_AFTER"] = "PT2S", ["FPS_ADMIN_TOKEN"] = "open-sesame-7" },
        Flags = [("url", "http://localhost:3"), ("strict", "True")],
    };

    [Theory]
    [InlineData("url", "http://localhost:3", "flag --url")]
    [InlineData("strict", "true", "flag --strict")]
    [InlineData("adminToken", "••••••", "variable FPS_ADMIN_TOKEN")]
    [InlineData("publicUrl", "", "default")]
    [InlineData("journalEntries", "1000", "default")]
    public void The_sandbox_is_told_with_where_each_word_came_from(string name, string value, string origin)
    {
        var line = s_all.Lines.Single(line => line.Merchant is null && line.Name == name);
        Assert.Equal((value, origin), (line.Value, line.Origin));
    }

    [Theory]
    [InlineData(9970, "settleAfter", "2s", "variable FPS_SETTLE_AFTER")]
    [InlineData(9970, "payoutSecret", "sandbox-payout-secret", "default")]
    [InlineData(9970, "callbackSchedule", "freedompay", "default")]
    [InlineData(2, "settleAfter", "5s", "default")]
    [InlineData(2, "receiveSecret", "••••••", "default")]
    public void So_is_each_merchant(long merchant, string name, string value, string origin)
    {
        var line = s_all.Lines.Single(line => line.Merchant == merchant && line.Name == name);
        Assert.Equal((value, origin), (line.Value, line.Origin));
    }

    [Fact]
    public void A_word_of_the_file_names_the_file()
    {
        Assert.All(
            s_all.Lines.Where(line => line.Name is "store" or "balance" && line.Origin != "default").AssertNotEmpty(),
            line => Assert.EndsWith("settings.json", line.Origin, StringComparison.Ordinal));
        Assert.StartsWith("file /", s_all.Lines.Single(line => line.Name == "store").Origin.Replace('\\', '/').Replace("file C:", "file ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void No_secret_is_printed()
    {
        var report = ConfigReport.Render(new SettingSources
        {
            File = """{ "adminToken": "hunter2-hunter2", "store": "Host=db;Username=me;Password=hunter2", "merchants": [{ "id": 1, "payoutSecret": "hunter2", "receiveSecret": "hunter2" }] }""",
        }.ReadAnyway());

        Assert.DoesNotContain("hunter2", report, StringComparison.Ordinal);
        Assert.Contains("\nmerchant 1\n", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db;Username=me;Password=hunter2;Database=pay")]
    [InlineData("Host=db;Pwd='hunter2;x'")]
    [InlineData("Host=db;SSL Password=hunter2")]
    [InlineData("Host=db;Password='hunter2")]
    public void The_password_of_a_store_is_masked(string store) =>
        Assert.DoesNotContain("hunter2", Emulator.Settings.StoreDescription.Shown(store), StringComparison.Ordinal);

    [Fact]
    public void The_rest_of_it_is_shown() =>
        Assert.Equal("host=db;password=••••••;database=pay", Emulator.Settings.StoreDescription.Shown("Host=db;Password=x;Database=pay"));
}
