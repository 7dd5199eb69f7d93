using System.Text;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Settings;

public sealed class SettingProblemTests
{
    [Theory]
    [InlineData("FPS_SETTLE_AFTR", "FPS_SETTLE_AFTER")]
    [InlineData("FPS_RECIEVE_SECRET", "FPS_RECEIVE_SECRET")]
    [InlineData("FPS_PAYOUTSECRET", "FPS_PAYOUT_SECRET")]
    [InlineData("FPS_SETTING", "FPS_SETTINGS")]
    [InlineData("FPS_url", "FPS_URL")]
    public void A_variable_that_is_no_setting_names_the_nearest_one(string mistyped, string meant) => Assert.Equal(
        $"{mistyped} is not a setting. Did you mean {meant}?",
        Assert.Single(new SettingSources { Environment = { [mistyped] = "x" } }.Problems));

    [Fact]
    public void Variables_of_others_and_the_name_of_the_file_are_no_business_of_the_settings() =>
        Assert.Empty(new SettingSources { Environment = { ["PATH"] = "x", ["FPSX"] = "x", ["fps_url"] = "x", ["FPS_SETTINGS"] = "x" } }.Problems);

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var problems = new SettingSources
        {
            File = """{ "urll": 1, "merchants": [{ "id": "x", "colour": "red" }, 7] }""",
            Environment = { ["FPS_BALANCE"] = "much", ["FPS_X"] = "" },
            Flags = [("seed", "x"), ("store", "")],
        }.Problems;

        Assert.Collection(
            problems.Select(problem => problem[(problem.LastIndexOf('/') + 1)..]),
            problem => Assert.StartsWith("settings.json: urll is not a setting. Known: url, publicUrl, store, ", problem, StringComparison.Ordinal),
            problem => Assert.Equal("settings.json: id: expected a whole number above 0.", problem),
            problem => Assert.StartsWith("settings.json: colour is not a setting of a merchant. Did you mean clock? Known: id, payoutSecret, ", problem, StringComparison.Ordinal),
            problem => Assert.Equal("settings.json: a merchant is an object.", problem),
            problem => Assert.StartsWith("FPS_BALANCE: expected an amount", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("FPS_X is not a setting.", problem, StringComparison.Ordinal),
            problem => Assert.Equal("--seed: expected a whole number.", problem),
            problem => Assert.Equal("--store: expected the path of a file, or a PostgreSQL connection string such as Host=localhost;Database=sandbox;Username=sandbox;Password=…. It is empty.", problem));
    }

    [Fact]
    public void No_problem_repeats_what_was_given()
    {
        const string Secret = "hunter2";
        var names = SandboxSettingTable.All.Select(setting => setting.Name).Concat(MerchantSettingTable.All.Select(setting => setting.Name));
        var problems = new SettingSources
        {
            File = $$"""{ "url": "{{Secret}}", "merchants": [{ "id": "{{Secret}}", "payoutSecret": "{{Secret}}" }, { "seed": "{{Secret}}" }] }""",
            Environment = { ["FPS_ID"] = Secret, ["FPS_X"] = Secret },
            Flags = [.. names.Select(name => (name, Secret))],
        }.Problems;

        Assert.NotEmpty(problems);
        Assert.DoesNotContain(Secret, string.Join('\n', problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"url\": ", "malformed JSON at line 1.")]
    [InlineData("{\n\"url\": oops }", "malformed JSON at line 2.")]
    [InlineData("[]", "the settings are one JSON object.")]
    [InlineData("", "malformed JSON at line 1.")]
    [InlineData("{ \"merchants\": {} }", "merchants: expected a list of objects.")]
    [InlineData("{ \"url\": true }", "url: expected a text, a number or a list of them.")]
    [InlineData("{ \"url\": null }", "url: expected a text, a number or a list of them.")]
    [InlineData("{ \"merchants\": [{ \"payoutSecret\": null }] }", "payoutSecret: expected a text, a number or a list of them.")]
    [InlineData("{ \"merchants\": [{ \"payoutSecret\": {} }] }", "payoutSecret: expected a text, a number or a list of them.")]
    [InlineData("{ \"merchants\": [{ \"payoutSecret\": true }] }", "payoutSecret: expected a text, a number or a list of them.")]
    [InlineData("{ \"merchants\": [{ \"strictBankDetails\": null }] }", "strictBankDetails: expected true or false.")]
    [InlineData("{ \"merchants\": [{ \"strictBankDetails\": 1 }] }", "strictBankDetails: expected true or false.")]
    [InlineData("{ \"merchants\": [{ \"strictBankDetails\": [true] }] }", "strictBankDetails: expected true or false.")]
    [InlineData("{ \"merchants\": [{ \"disabledMethods\": [null] }] }", "disabledMethods: expected a text, a number or a list of them.")]
    [InlineData("{ \"store\": \"\\ud800\" }", "a text is not valid Unicode.")]
    public void A_file_that_holds_no_settings_says_where(string file, string problem) =>
        Assert.EndsWith($"settings.json: {problem}", Assert.Single(new SettingSources { File = file }.Problems), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_UTF8_is_a_problem()
    {
        var reader = new SettingsReader();
        SettingSources.ReadFile(reader, [.. "{ \"store\": \""u8, 0xCE, 0xEF, .. "\" }"u8]);
        Assert.EndsWith("settings.json: a text is not valid Unicode.", Assert.Single(reader.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_none()
    {
        var reader = new SettingsReader();
        SettingSources.ReadFile(reader, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("{ \"store\": \"Ж.db\", /* a comment */ }")]);
        Assert.Equal("Ж.db", reader.Finish()?.Store);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_problem()
    {
        var reader = new SettingsReader();
        reader.ReadFile("/there/is/no/such/file.json");
        Assert.StartsWith("/there/is/no/such/file.json: ", Assert.Single(reader.Problems), StringComparison.Ordinal);
    }
}
