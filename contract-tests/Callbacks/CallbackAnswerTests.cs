using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.ContractTests.Storage;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Callbacks;

public sealed class CallbackAnswerTests
{
    private static readonly Parameters s_answer = new([new(Fields.Status, "ok"), new(Fields.Description, "Выплата & принята"), new(Fields.Salt, "s")]);

    public static TheoryData<string, string> Answers => new()
    {
        { nameof(AnswerSignature.None), "" },
        { nameof(AnswerSignature.None), "OK" },
        { nameof(AnswerSignature.None), "{\"pg_status\":\"ok\"}" },
        { nameof(AnswerSignature.None), "<html><body>Hello" },
        { nameof(AnswerSignature.None), Xml(s_answer) },
        { nameof(AnswerSignature.Right), Xml(IndependentDigest.Sign("post", s_answer, "sandbox-payout-secret")) },
        { nameof(AnswerSignature.Right), "\uFEFF \r\n" + Xml(IndependentDigest.Sign("post", s_answer, "sandbox-payout-secret")) },
        { nameof(AnswerSignature.Wrong), Xml(IndependentDigest.Sign("post", s_answer, "sandbox-receive-secret")) },
        { nameof(AnswerSignature.Wrong), Xml(IndependentDigest.Sign("p2p2nonreg", s_answer, "sandbox-payout-secret")) },
        { nameof(AnswerSignature.Wrong), Xml(new([.. s_answer, new(Fields.Signature, "")])) },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    [Proves("N-6")]
    public async Task The_answers_signature_is_judged_and_changes_nothing(string judgement, string body)
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(200, body));
        await using var sandbox = await CallbackSandbox.StartAsync();

        var payment = await sandbox.PayAsync("ORD1", merchant.Link());

        var attempt = await sandbox.AttemptAsync();
        Assert.Equal(judgement, attempt.AnswerSignature.ToString());
        Assert.Equal(body, attempt.Answer);
        Assert.Equal(CallbackState.Delivered, (await sandbox.Store.CallbackAsync(payment)).State);
    }

    [Fact]
    [Proves("N-6")]
    public async Task A_rejection_in_the_body_of_a_200_is_still_a_delivery()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(
            EndpointAnswers.Status(200, Xml(IndependentDigest.Sign("post", [new(Fields.Status, "rejected"), new(Fields.Salt, "s")], "sandbox-payout-secret"))));
        await using var sandbox = await CallbackSandbox.StartAsync();

        var payment = await sandbox.PayAsync("ORD1", merchant.Link());

        Assert.Equal(AnswerSignature.Right, (await sandbox.AttemptAsync()).AnswerSignature);
        Assert.Equal(CallbackState.Delivered, (await sandbox.Store.CallbackAsync(payment)).State);
    }

    [Fact]
    public async Task An_attempt_keeps_when_where_and_what()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(418, "short and stout"));
        await using var sandbox = await CallbackSandbox.StartAsync();

        await sandbox.PayAsync("ORD1", merchant.Link());

        Assert.Equal(
            new Attempt
            {
                At = sandbox.Time.GetUtcNow(),
                Address = new Uri(merchant.Address).Authority,
                Sent = (await merchant.NextAsync()).Body,
                Status = 418,
                Duration = TimeSpan.Zero,
                Answer = "short and stout",
            },
            await sandbox.AttemptAsync());
    }

    [Fact]
    public async Task Of_an_answer_in_chunks_all_are_kept()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Chunked("one ", "two ", "three"));
        await using var sandbox = await CallbackSandbox.StartAsync();

        await sandbox.PayAsync("ORD1", merchant.Link());

        Assert.Equal("one two three", (await sandbox.AttemptAsync()).Answer);
    }

    [Theory]
    [InlineData(2047, 2047)]
    [InlineData(2048, 2048)]
    [InlineData(2049, 2048)]
    [InlineData(50_000_000, 2048)]
    public async Task Of_a_long_answer_the_first_2_KB_are_kept(int length, int kept)
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Sized(length));
        await using var sandbox = await CallbackSandbox.StartAsync();

        await sandbox.PayAsync("ORD1", merchant.Link());

        var attempt = await sandbox.AttemptAsync();
        Assert.Equal((200, new string('x', kept)), (attempt.Status, attempt.Answer));
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off_after_2_KB()
    {
        var callerWent = new TaskCompletionSource();
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Endless(callerWent), EndpointAnswers.Ok);
        await using var sandbox = await CallbackSandbox.StartAsync();

        await sandbox.PayAsync("ORD1", merchant.Link());

        Assert.Equal((200, 2048), await sandbox.AttemptAsync() is var attempt ? (attempt.Status, attempt.Answer.Length) : default);
        await callerWent.Task.WaitAsync(Patience.Limit);
        await sandbox.PayAsync("ORD2", merchant.Link());
        Assert.Equal(200, (await sandbox.AttemptAsync()).Status);
    }

    [Fact]
    public async Task Secrets_and_card_numbers_in_an_answer_are_not_kept()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(
            EndpointAnswers.Status(500, $"debug: sandbox-payout-secret {PayoutCall.Success} \0 end"));
        await using var sandbox = await CallbackSandbox.StartAsync();

        await sandbox.PayAsync("ORD1", merchant.Link());

        Assert.Equal("debug: •••••• 467159-XX-XXXX-8252 \uFFFD end", (await sandbox.AttemptAsync()).Answer);
    }

    [Fact]
    public async Task A_card_number_at_the_cut_is_not_kept_either()
    {
        var body = new string('x', 2048 - 15) + "4671593866478252";
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(200, body));
        await using var sandbox = await CallbackSandbox.StartAsync();

        await sandbox.PayAsync("ORD1", merchant.Link());

        Assert.DoesNotContain("467159386647825", (await sandbox.AttemptAsync()).Answer, StringComparison.Ordinal);
    }

    private static string Xml(Parameters fields) =>
        $"<?xml version=\"1.0\" encoding=\"utf-8\"?><response>{string.Concat(fields.Select(field =>
            $"<{field.Name}>{System.Security.SecurityElement.Escape(field.Value)}</{field.Name}>"))}</response>";
}
