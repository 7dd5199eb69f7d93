using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>Status inquiries, and unknown outcomes settled by them.</summary>
public sealed class PayoutStatusTests
{
    private static readonly Answer s_failed = Answer.Status
        .With("pg_payment_status", "error").With("pg_failure_code", "10001").With("pg_failure_description", "Обратитесь в банк");

    [Fact]
    [Proves("S-9")]
    public async Task An_inquiry_by_order_id_is_signed_with_the_payout_secret()
    {
        var gateway = StubGateway.Answering(Answer.Status.Signed);
        await Gateway.Client(gateway).GetStatusAsync("ORD12345");
        Assert.Equal("/g2g/payout_status2", gateway.Call.Target);
        Assert.Equal(["pg_merchant_id", "pg_order_id", "pg_salt", "pg_sig"], gateway.Call.Fields.Select(field => field.Name), StringComparer.Ordinal);
        Assert.True(gateway.Call.IsSignedWith(Gateway.Secret, "payout_status2"));
    }

    [Fact]
    public async Task An_inquiry_may_name_the_payment_id()
    {
        var gateway = StubGateway.Answering(Answer.Status.Signed);
        await Gateway.Client(gateway).GetStatusAsync(7_777_777_777);
        Assert.Equal("7777777777", gateway.Call["pg_payment_id"]);
        Assert.Null(gateway.Call["pg_order_id"]);
    }

    [Fact]
    public async Task Success_is_told_and_resolved()
    {
        Assert.Equal(
            new PayoutStatusSuccess(7_777_777_777, "ORD12345") { Amount = Amount.FromUnits(1000), NetAmount = new Amount(99_050) },
            await AskAsync(Answer.Status.Signed));
        Assert.Equal(new PayoutAccepted(7_777_777_777) { Amount = Amount.FromUnits(1000) }, await ResolveAsync(Answer.Status.Signed));
    }

    [Fact]
    public async Task Failure_is_told_and_resolved()
    {
        Assert.Equal(
            new PayoutStatusError(7_777_777_777, "ORD12345") { Amount = Amount.FromUnits(1000), FailureCode = 10001, FailureText = "Обратитесь в банк" },
            await AskAsync(s_failed.Signed));
        Assert.Equal(new PayoutRefused(10001, "Обратитесь в банк"), await ResolveAsync(s_failed.Signed));
    }

    [Fact]
    public async Task Failure_without_a_code_is_an_unknown_fault_of_the_payment_system() => Assert.Equal(
        new PayoutRefused(99999, ""), await ResolveAsync(Answer.Status.With("pg_payment_status", "error").Signed));

    [Fact]
    public async Task Process_is_told_and_resolved()
    {
        var answer = Answer.Status.With("pg_payment_status", "process").Signed;
        Assert.Equal(new PayoutStatusProcess(7_777_777_777, "ORD12345") { Amount = Amount.FromUnits(1000) }, await AskAsync(answer));
        Assert.Equal(new PayoutInProcess(7_777_777_777) { Amount = Amount.FromUnits(1000) }, await ResolveAsync(answer));
    }

    [Fact]
    public async Task A_payout_that_is_not_found_was_not_made_and_says_so_without_a_signature()
    {
        var answer = Answer.Error("11068").Without("pg_salt").Unsigned;
        Assert.Equal(new PayoutNotFound(), await AskAsync(answer));
        Assert.Equal(new PayoutNotMade(), await ResolveAsync(answer));
    }

    [Theory]
    [InlineData(9999, UnknownReason.SystemFault)]
    [InlineData(1100, UnknownReason.InquiryRefused)]
    [InlineData(9992, UnknownReason.InquiryRefused)]
    public async Task A_refused_inquiry_says_nothing_about_the_payout(int code, UnknownReason why)
    {
        var answer = (Answer.Error($"{code}") with { Script = "payout_status2" }).Signed;
        Assert.Equal(new PayoutStatusUnknown(why) { Code = code, Text = "Some text" }, await AskAsync(answer));
        Assert.Equal(why, Assert.IsType<PayoutOutcomeUnknown>(await ResolveAsync(answer)).Reason);
    }

    [Fact]
    public async Task A_lost_answer_leaves_the_outcome_unknown() => Assert.Equal(
        new PayoutOutcomeUnknown(UnknownReason.AnswerLost),
        await Gateway.Client(StubGateway.Failing(new IOException())).ResolveAsync("ORD12345"));

    [Theory]
    [InlineData("pg_order_id", "another")]
    [InlineData("pg_merchant_id", "9971")]
    [InlineData("pg_payment_status", "ok")]
    [InlineData("pg_payment_status", "")]
    [InlineData("pg_status", "process")]
    [InlineData("pg_amount", "1e3")]
    [InlineData("pg_error_code", "11068")]
    public async Task A_rightly_signed_answer_about_something_else_is_no_answer(string field, string value)
    {
        var fault = await Assert.ThrowsAsync<MalformedAnswerException>(() => AskAsync(Answer.Status.With(field, value).Signed));
        Assert.Contains(field, fault.Message, StringComparison.Ordinal);
        Assert.Contains("ask again", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_payment_id_than_the_one_asked_for_is_no_answer() => await Assert.ThrowsAsync<MalformedAnswerException>(
        () => Gateway.Client(StubGateway.Answering(Answer.Status.Signed)).GetStatusAsync(1));

    [Fact]
    public async Task An_answer_to_a_payout_is_no_status() =>
        await Assert.ThrowsAsync<AnswerSignatureException>(() => AskAsync(Answer.Accepted.Signed));

    [Theory]
    [InlineData("")]
    [InlineData("123456789012345678901234567890123456789012345678901")]
    public async Task What_is_no_order_id_is_not_asked_for(string orderId)
    {
        var gateway = StubGateway.Answering(Answer.Status.Signed);
        await Assert.ThrowsAsync<ArgumentException>(() => Gateway.Client(gateway).ResolveAsync(orderId));
        Assert.Empty(gateway.Calls);
    }

    private static Task<PayoutStatus> AskAsync(string answer) => Gateway.Client(StubGateway.Answering(answer)).GetStatusAsync("ORD12345");

    private static Task<PayoutResult> ResolveAsync(string answer) => Gateway.Client(StubGateway.Answering(answer)).ResolveAsync("ORD12345");
}
