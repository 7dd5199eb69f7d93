using System.Text.RegularExpressions;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Readme;

/// <summary>The page that says how far to trust the sandbox leaves no rule out, and names nothing that is not there.</summary>
public sealed partial class FidelityTests
{
    private static readonly string s_text = Page.Fidelity.Text;

    private static readonly string[] s_firstCells = ["Verdict", "Method"];

    [Fact]
    public void Every_rule_of_the_protocol_is_on_it_and_no_other() =>
        Assert.Equal(
            EvidencePage.Rules.Keys.Order(StringComparer.Ordinal),
            RuleName().Matches(s_text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);

    [Fact]
    public void What_is_merely_assumed_is_called_unknown()
    {
        var assumed = EvidencePage.Rules.Where(rule => rule.Value is "A").Select(rule => rule.Key);
        var unknown = s_firstCells.SelectMany(heading => Page.Fidelity.Rows(heading))
            .Where(row => row.Contains("Unknown", StringComparer.Ordinal))
            .SelectMany(row => RuleName().Matches(row[^1]).Select(match => match.Value));

        Assert.Empty(assumed.AssertNotEmpty().Except(unknown, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_flag_named_exists()
    {
        var known = SandboxSettingTable.All.Select(setting => setting.Flag).Concat(MerchantSettingTable.All.Select(setting => setting.Flag));
        Assert.Empty(FlagName().Matches(s_text).AssertNotEmpty().Select(match => match.Value).Except(known, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_outcome_named_can_be_given()
    {
        var named = OutcomeName().Matches(s_text).Select(match => match.Value).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, text => Assert.True(Outcome.TryParse(text, out _), text));
    }

    [GeneratedRegex(@"\b[TSPECNM]-[0-9]+\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RuleName();

    [GeneratedRegex("--[a-z-]+[a-z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FlagName();

    [GeneratedRegex("(process, then )?error [0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OutcomeName();
}
