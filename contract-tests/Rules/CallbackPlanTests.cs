using System.Globalization;
using System.Text;

namespace FreedomPaySandbox.ContractTests.Rules;

public sealed class CallbackPlanTests
{
    [Theory]
    [InlineData("\"lost\"", "0 None lost")]
    [InlineData("""{ "name": "delayed", "delay": "5s" }""", "5 None")]
    [InlineData("\"duplicate\"", "0 None, 1 None")]
    [InlineData("""{ "name": "duplicate", "times": 3, "interval": "2s", "delay": "1m" }""", "60 None, 62 None, 64 None")]
    [InlineData("\"concurrent\"", "0 None, 0 None")]
    [InlineData("""{ "name": "concurrent", "times": 3, "delay": "1s" }""", "1 None, 1 None, 1 None")]
    [InlineData("\"out-of-order\"", "1 None held 60")]
    [InlineData("""{ "name": "out-of-order", "hold": "10s", "interval": "3s", "delay": "1s" }""", "4 None held 11")]
    [InlineData("\"before-answer\"", "0 None")]
    [InlineData("\"tampered-amount\"", "0 TamperedAmount, 1 None")]
    [InlineData("\"wrong-signature\"", "0 WrongSignature, 1 None")]
    [InlineData("""{ "name": "unknown-order", "interval": "3s", "delay": "1s" }""", "1 UnknownOrder, 4 None")]
    [InlineData("\"stale-salt\"", "0 None, 1 StaleSalt")]
    [InlineData("\"error-after-ok\"", "0 None, 1 ErrorAfterOk")]
    public void A_plan_makes_its_callbacks(string plan, string expected) => Assert.Equal(expected, Callbacks(plan, failed: false));

    [Fact]
    public void A_payout_that_failed_is_not_said_to_fail_once_more() => Assert.Equal("0 None", Callbacks("\"error-after-ok\"", failed: true));

    [Fact]
    public void Only_one_plan_comes_before_the_answer() => Assert.Equal(
        ["before-answer"],
        Emulator.Rules.CallbackPlanKind.All.Where(kind => new Emulator.Rules.CallbackPlan(kind).BeforeAnswer).Select(kind => kind.Name),
        StringComparer.Ordinal);

    private static string Callbacks(string plan, bool failed)
    {
        var read = RuleScene.Read($$"""[{ "then": { "callback": {{plan}} } }]""").Rules[0].Then.Callback!;
        return string.Join(", ", read.Callbacks(failed).Select(callback => new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{callback.After.TotalSeconds} {callback.Tampering}")
            .Append(callback.Lost ? " lost" : "")
            .Append(callback.Hold is { } hold ? $" held {hold.TotalSeconds}" : "")));
    }
}
