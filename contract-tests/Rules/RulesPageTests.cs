using FreedomPaySandbox.ContractTests.Readme;
using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.ContractTests.Rules;

/// <summary>The page on rules says what the code does.</summary>
public sealed class RulesPageTests
{
    [Fact]
    public void Every_example_is_a_list_of_rules()
    {
        var examples = Page.Rules.Blocks("json").ToList();

        Assert.Equal(11, examples.Count);
        Assert.All(examples, example => Assert.Single(RuleScene.Read(example).Rules));
    }

    [Fact]
    public void The_members_are_those_that_are_read()
    {
        AssertNames(RulesReader.Known, "Member of a rule");
        AssertNames(ConditionReader.Known, "Member of `when`");
        AssertNames(EffectReader.Known, "Member of `then`");
    }

    [Fact]
    public void The_faults_are_those_there_are_and_do_what_is_said()
    {
        AssertNames(GatewayFaultTable.Names, "Fault");
        foreach (var row in Page.Rules.Rows("Fault"))
        {
            var fault = GatewayFaultTable.Find(row[0].Trim('`')) ?? new SlowAnswer(SlowAnswer.Longest);
            Assert.Equal(fault.CarriesOut ? "made" : "not made", row[2]);
            Assert.Equal(fault is SlowAnswer ? $"`delay` (required, at most {DurationText.Format(SlowAnswer.Longest)})" : "", row[1]);
        }
    }

    [Fact]
    public void The_callbacks_are_those_there_are_with_their_parameters() => Assert.Equal(
        CallbackPlanKind.All.Select(kind => $"`{kind.Name}` | {string.Join(", ", kind.Takes.Select(parameter => Parameter(parameter, kind)))}"),
        Page.Rules.Rows("Callback").Select(row => $"{row[0]} | {row[1]}"),
        StringComparer.Ordinal);

    [Fact]
    public void The_problems_shown_are_those_that_are_told()
    {
        const string Silent = """{ "then": { "fault": "silent" } }""";
        var problems = RuleScene.Reading($$"""[{ "when": { "crad": 1 }, "then": { "fault": "silent" } }, {{Silent}}, { "then": { "fault": "slow" } }]""").Problems;
        Assert.Equal(Page.Rules.Block("text", "rules[0]"), string.Join('\n', problems));
    }

    private static string Parameter(string parameter, CallbackPlanKind kind)
    {
        var plan = new CallbackPlan(kind);
        return parameter switch
        {
            CallbackPlanKind.Times => $"`{parameter}` ({plan.Times})",
            CallbackPlanKind.Interval => $"`{parameter}` ({DurationText.Format(plan.Interval)})",
            CallbackPlanKind.Hold => $"`{parameter}` ({DurationText.Format(plan.Hold)})",
            _ => $"`{parameter}`{(kind.NeedsDelay ? " (required)" : "")}",
        };
    }

    private static void AssertNames(IEnumerable<string> names, string heading) =>
        Assert.Equal(names, Page.Rules.Rows(heading).Select(row => row[0].Trim('`')), StringComparer.Ordinal);
}
