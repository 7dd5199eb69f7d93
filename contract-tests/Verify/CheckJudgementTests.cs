using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Verify;
using FreedomPaySandbox.Verification.Callbacks;
using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.ContractTests.Verification;

public sealed class CheckJudgementTests
{
    private static readonly VerifyTarget s_target = VerificationParts.CreateTarget("http://shop.test/post", Merchant.Default);
    private static readonly Reply s_taken = new(TimeSpan.FromSeconds(1)) { Status = 200 };
    private static readonly Reply s_failed = new(TimeSpan.FromSeconds(1)) { Status = 500, Said = "Oops" };
    private static readonly Reply s_silent = new(TimeSpan.FromSeconds(30)) { Fault = AttemptFault.TimedOut };
    private static readonly CallbackCheck s_check = CallbackChecks.All[0];

    [Theory]
    [InlineData(nameof(ExpectedReply.Any), null)]
    [InlineData(nameof(ExpectedReply.OneTaken), null)]
    [InlineData(nameof(ExpectedReply.Refused), "as if it were believed")]
    [InlineData(nameof(ExpectedReply.Discreet), null)]
    [InlineData(nameof(ExpectedReply.Taken), "answered 500 (Oops), and 200 was due. If that is because there is no such order, give --order-setup.|not answered within 30 s")]
    public void Of_three_answers_those_are_wrong_that_are_not_due(string due, string? wrong)
    {
        var result = Judge(s_target, Sent(Enum.Parse<ExpectedReply>(due), s_taken, s_failed, s_silent));

        Assert.Equal(wrong is null ? CheckVerdict.Passed : CheckVerdict.Failed, result.Verdict);
        Assert.All(wrong?.Split('|').Zip(result.Seen) ?? [], pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Equal(wrong?.Split('|').Length ?? 0, result.Seen.Count);
    }

    [Fact]
    public void An_error_under_200_is_not_taken() =>
        Assert.Contains("error in the body", Judge(s_target, Sent(ExpectedReply.Taken, s_taken with { SaysError = true })).Seen[0], StringComparison.Ordinal);

    [Fact]
    public void Of_many_one_must_be_taken() =>
        Assert.Equal(["Of 2 callbacks none was answered 200; one of them was answered 500 (Oops)."], Judge(s_target, Sent(ExpectedReply.OneTaken, s_failed, s_silent)).Seen);

    [Theory]
    [InlineData(5.0, nameof(CheckVerdict.Passed))]
    [InlineData(5.1, nameof(CheckVerdict.Failed))]
    public void Five_seconds_are_enough(double seconds, string verdict) => Assert.Equal(
        verdict,
        Judge(s_target, Sent(ExpectedReply.TakenInTime, s_taken with { Duration = TimeSpan.FromSeconds(seconds) })).Verdict.ToString());

    [Fact]
    public void Where_effects_are_seen_they_say_whether_a_forgery_was_believed()
    {
        var order = new VerifyOrder("verify-1", 1, default, default);
        StepResult Looked(PaidState state) => new(new CheckStep.Look(order, ExpectedState.NotPaid)) { Order = new ReportedOrder(state, state == PaidState.Paid ? 1 : 0) };
        var target = s_target with { ShowsEffects = true };

        Assert.Equal(CheckVerdict.Passed, Judge(target, Sent(ExpectedReply.Refused, s_taken), Looked(PaidState.Unknown)).Verdict);
        Assert.Equal(["Order verify-1 is paid; it should not be paid."], Judge(target, Sent(ExpectedReply.Refused, s_taken), Looked(PaidState.Paid)).Seen);
    }

    [Fact]
    public void What_hindered_a_check_is_nothing_wrong_but_takes_nothing_wrong_away()
    {
        var hindered = new StepResult(new CheckStep.Repeat()) { Hindrance = "No." };

        Assert.Equal(CheckVerdict.NotChecked, Judge(s_target, Sent(ExpectedReply.Taken, s_taken), hindered).Verdict);
        Assert.Equal(CheckVerdict.Failed, Judge(s_target, Sent(ExpectedReply.Taken, s_failed), hindered).Verdict);
    }

    private static CheckResult Judge(VerifyTarget target, params StepResult[] steps) => CheckEvaluator.Evaluate(s_check, steps, target, TimeSpan.Zero);

    private static StepResult Sent(ExpectedReply due, params Reply[] replies) => new(new CheckStep.Send(due, Array.Empty<OutgoingCallback>())) { Replies = replies };
}
