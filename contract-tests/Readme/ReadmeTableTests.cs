using System.Globalization;
using System.Text.RegularExpressions;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Readme;

/// <summary>The tables of the README say what the code says.</summary>
public sealed partial class ReadmeTableTests
{
    private static readonly string[] s_sources = ["emulator", "client"];

    [Fact]
    public void The_settings_are_those_of_the_sandbox_in_the_words_of_its_help() =>
        Assert.Equal(SandboxSettingTable.All.Select(Row).Concat(MerchantSettingTable.All.Select(Row)), Rows("Flag"), StringComparer.Ordinal);

    [Fact]
    public void The_defaults_named_are_the_defaults()
    {
        var settings = new SandboxSettings();
        var draft = new MerchantBuilder();
        foreach (var setting in SandboxSettingTable.All)
            ApplyDefault(setting, ref settings);
        foreach (var setting in MerchantSettingTable.All)
            ApplyDefault(setting, ref draft);

        Assert.Equal(new SandboxSettings() with { Merchants = settings.Merchants }, settings);
        Assert.Equivalent(new MerchantBuilder(), draft, strict: true);
    }

    [Fact]
    public void The_test_cards_are_the_published_ones() =>
        Assert.Equal(TestCard.All.Select(card => $"{card.Number} | {GetOutcome(card)}"), Rows("Card"), StringComparer.Ordinal);

    [Fact]
    public void Every_variable_named_exists()
    {
        string?[] known =
        [
            SettingsReader.FileVariable,
            .. SandboxSettingTable.All.SelectMany(setting => (string?[])[setting.Variable, setting.FileVariable]),
            .. MerchantSettingTable.All.SelectMany(setting => (string?[])[setting.Variable, setting.FileVariable]),
        ];

        var pages = string.Join('\n', new[] { Page.Readme, Page.Configuration, Page.Docker, Page.Security, Page.Dockerfile, Page.Compose }.Select(page => page.Text));
        Assert.Empty(VariableName().Matches(pages).AssertNotEmpty().Select(match => match.Value).Except(known, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_flag_of_a_switch_exists()
    {
        var known = SandboxSettingTable.All.Select(setting => setting.Flag).Concat(MerchantSettingTable.All.Select(setting => setting.Flag));
        var named = FlagName().Matches(Page.Protocol.Text + string.Join(' ', Rows("Rule"))).Select(match => match.Value).ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(known, StringComparer.Ordinal));
    }

    [Fact]
    public void A_rule_is_as_well_known_here_as_in_the_protocol()
    {
        var known = Page.Protocol.Rows("Id").ToDictionary(row => row[0], row => row[^1], StringComparer.Ordinal);
        var named = Page.Readme.Rows("Rule").SelectMany(row => RulesIn(row[0]).Select(rule => (Rule: rule, Known: row[2]))).ToList();

        Assert.NotEmpty(named);
        Assert.Equal(named.Select(rule => (rule.Rule, known[rule.Rule])), named);
        Assert.Empty(known.Keys.AssertNotEmpty().Except(named.Select(rule => rule.Rule), StringComparer.Ordinal));
    }

    [Fact]
    public void Every_rule_the_code_names_is_in_the_protocol()
    {
        var known = Page.Protocol.Rows("Id").Select(row => row[0]);
        var named = Sources().SelectMany(file => RuleName().Matches(File.ReadAllText(file)).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(known, StringComparer.Ordinal));
    }

    private static void ApplyDefault<T>(Setting<T> setting, ref T target)
    {
        var match = DefaultValue().Match(setting.Help);
        if (match.Success)
            Assert.Null(setting.Apply(ref target, match.Groups["value"].Value));
    }

    private static IEnumerable<string> Rows(string heading) => Page.Readme.Rows(heading).Select(row => string.Join(" | ", row));

    private static string Row<T>(Setting<T> setting) => $"`{setting.Flag}` | `{setting.Variable}` | `{setting.Member}` | {setting.Help}";

    private static string GetOutcome(TestCard card) =>
        (card.InProcess ? "process, then " : "") + (card.ErrorCode is { } code ? $"error {code}" : "success");

    // "T-1 – T-3" stands for the rules between them, too.
    private static IEnumerable<string> RulesIn(string cell) => RuleRange().Matches(cell).SelectMany(match =>
    {
        var first = Number(match.Groups["first"]);
        var last = match.Groups["last"].Success ? Number(match.Groups["last"]) : first;
        return Enumerable.Range(first, last - first + 1).Select(number => $"{match.Groups["letter"].Value}-{number}");
    });

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Sources() => s_sources
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Page.Repository.FullName, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"Default: (?<value>\S+)$|(?<value>\S+) \(default\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DefaultValue();

    [GeneratedRegex("FPS_[A-Z_]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariableName();

    [GeneratedRegex("--[a-z-]+[a-z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FlagName();

    [GeneratedRegex(@"\b[TSPECNM]-[0-9]+\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RuleName();

    [GeneratedRegex("(?<letter>[TSPECNM])-(?<first>[0-9]+)( – [TSPECNM]-(?<last>[0-9]+))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RuleRange();
}
