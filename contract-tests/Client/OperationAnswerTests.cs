using System.Net;
using System.Text;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Callbacks;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>Which answers are believed, and what is said of the others, whatever was asked.</summary>
public sealed class OperationAnswerTests
{
    private static readonly string[] s_aboutNoPayout = ["saved card", "balance"];

    public static TheoryData<string> Operations => OperationCall.Names;

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_answer_that_anybody_may_have_written_is_not_believed(string operation)
    {
        var answer = OperationCall.ByName(operation).Answer;
        var other = answer.Secret == Gateway.Secret ? Gateway.ReceiveSecret : Gateway.Secret;
        await NotTrustedAsync(operation, (answer with { Secret = other }).Signed);
        await NotTrustedAsync(operation, (answer with { Script = "payout" }).Signed);
        await NotTrustedAsync(operation, answer.Unsigned);
        await NotTrustedAsync(operation, answer.Without("pg_salt").Signed);
        await NotTrustedAsync(operation, answer.Refusing("8888").Unsigned);
        await NotTrustedAsync(operation, (answer.Refusing("9998") with { Secret = "guessed" }).Signed);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_answer_about_something_else_is_no_answer(string operation)
    {
        var answer = OperationCall.ByName(operation).Answer;
        await NoAnswerAsync(operation, answer.With("pg_merchant_id", "9971"), "pg_merchant_id");
        await NoAnswerAsync(operation, answer.With("pg_error_code", "0"), "pg_error_code");
        await NoAnswerAsync(operation, answer.With("pg_status", "OK"), "pg_status");
        await NoAnswerAsync(operation, answer.Without("pg_status"), "pg_status is missing");
        await NoAnswerAsync(operation, answer.Plus("pg_status", "ok"), "pg_status");
        await NoAnswerAsync(operation, answer.Refusing("many"), "pg_error_code");
        await NoAnswerAsync(operation, answer.Refusing(""), "pg_error_code");
        await NoAnswerAsync(operation, "<html/>", "BaseAddress");
    }

    [Theory]
    [InlineData("iban", "pg_order_id", "ORD12346")]
    [InlineData("iban", "pg_order_id", "")]
    [InlineData("iban", "pg_payment_id", "")]
    [InlineData("iban", "pg_payment_date", "2024-09-02 12:19:01")]
    [InlineData("token", "pg_order_id", "ORD12346")]
    [InlineData("token", "pg_card_token", "5e02a7c8-4e5d-4b57-a4a1-4a8b0a7c9f11")]
    [InlineData("token", "pg_balance", "1e3")]
    [InlineData("page", "pg_order_id", "ORD12346")]
    [InlineData("page", "pg_payment_id", "")]
    [InlineData("page", "pg_redirect_url", "")]
    [InlineData("page", "pg_redirect_url", "/pages/1")]
    [InlineData("page", "pg_redirect_url", "javascript:alert(1)")]
    [InlineData("page", "pg_redirect_url", "file:///etc/passwd")]
    [InlineData("saved card", "pg_user_id", "user-2")]
    [InlineData("saved card", "pg_payment_id", "x")]
    [InlineData("saved card", "pg_redirect_url", "//gateway/pages/1")]
    [InlineData("balance", "pg_balance", "")]
    [InlineData("balance", "pg_balance", "150 000.50")]
    [InlineData("balance", "pg_currency", "KGS")]
    [InlineData("payment status", "pg_order_id", "ORD12346")]
    [InlineData("payment status", "pg_payment_id", "7777777778")]
    [InlineData("payment status", "pg_payment_status", "ok")]
    [InlineData("order status", "pg_order_id", "ORD12346")]
    [InlineData("order status", "pg_payment_id", "")]
    [InlineData("order status", "pg_transaction_status", "success")]
    [InlineData("order status", "pg_transaction_status", "")]
    [InlineData("order status", "pg_create_date", "2024-09-02T12:19:01+00:00")]
    public Task A_field_that_is_another_or_makes_no_sense_is_told(string operation, string field, string value) =>
        NoAnswerAsync(operation, OperationCall.ByName(operation).Answer.With(field, value), field);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task What_the_gateway_adds_is_passed_over(string operation)
    {
        var call = OperationCall.ByName(operation);
        Assert.Equal(await call.ToldAsync(call.Answer.Signed), await call.ToldAsync(call.Answer.Plus("pg_new", "1").Plus("pg_newer", "").Signed));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_lost_answer_is_unknown_and_the_call_is_not_sent_again(string operation)
    {
        var call = OperationCall.ByName(operation);
        var broken = StubGateway.Failing(new IOException("broken"));
        Assert.Equal((UnknownReason.AnswerLost, null, null), Unknown(await call.ToldAsync(broken)));
        Assert.Single(broken.Calls);

        var failing = StubGateway.Answering(() => new HttpResponseMessage(HttpStatusCode.BadGateway));
        Assert.Equal((UnknownReason.HttpError, 502, null), Unknown(await call.ToldAsync(failing)));
        Assert.Single(failing.Calls);

        var slow = StubGateway.Failing(new TaskCanceledException("too long", new TimeoutException()));
        Assert.Equal((UnknownReason.TimedOut, null, null), Unknown(await call.ToldAsync(slow)));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_fault_of_the_gateway_is_unknown(string operation)
    {
        var call = OperationCall.ByName(operation);
        Assert.Equal((UnknownReason.SystemFault, null, 9999), Unknown(await call.ToldAsync(call.Answer.Refusing("9999").Signed)));
        Assert.Equal((UnknownReason.SystemFault, null, 0), Unknown(await call.ToldAsync(call.Answer.Refusing("0").Signed)));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_refusal_is_told_with_code_and_text(string operation)
    {
        var call = OperationCall.ByName(operation);
        AssertRefused(9992, await call.ToldAsync(call.Answer.Refusing("9992").Signed));
        AssertRefused(9998, await call.ToldAsync(call.Answer.Refusing("9998").Unsigned));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("payment status")]
    [InlineData("order status")]
    public async Task An_unknown_payout_is_not_found_without_a_signature(string operation)
    {
        var call = OperationCall.ByName(operation);
        Assert.Equal(new PayoutNotFound(), await call.ToldAsync(call.Answer.Refusing("11068").Without("pg_salt").Unsigned));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_call_that_did_not_leave_says_what_that_means(string operation)
    {
        await using var merchant = new PayoutClientHost(new Uri(new Uri(RawEndpoint.Closed()).GetLeftPart(UriPartial.Authority)), withReceiveSecret: true);
        var fault = await Assert.ThrowsAsync<GatewayUnreachableException>(() => OperationCall.ByName(operation).Ask(merchant.Client));
        Assert.Equal(operation.EndsWith("status", StringComparison.Ordinal), fault.OutcomeIsUnknown);
        Assert.DoesNotContain("secret", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Another_status_than_200_is_no_answer(string operation)
    {
        foreach (var status in new[] { 204, 302, 400, 403, 404, 429 })
            await NoAnswerAsync(operation, Http(status, OperationCall.ByName(operation).Answer.Signed), $"HTTP {status}");
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_wrong_signature_of_a_call_is_HTTP_401_where_that_is_documented_and_nowhere_else(string operation)
    {
        var call = OperationCall.ByName(operation);
        var refusal = call.Answer.Refusing("1100", "invalid request signature").Without("pg_salt").Unsigned;
        if (operation == "saved card")
            Assert.Equal(new PageRefused(1100, "invalid request signature"), await call.ToldAsync(Http(401, refusal)));
        else
            await NoAnswerAsync(operation, Http(401, refusal), "HTTP 401");
    }

    [Fact]
    public async Task HTTP_401_with_anything_else_is_no_answer()
    {
        var answer = Answer.CardPage;
        await NoAnswerAsync("saved card", Http(401, answer.Signed), "HTTP 401");
        await NoAnswerAsync("saved card", Http(401, answer.Refusing("9998").Unsigned), "HTTP 401");
        await NoAnswerAsync("saved card", Http(401, answer.Refusing("11068").Unsigned), "HTTP 401");
        await NoAnswerAsync("saved card", Http(401, "<html/>"), "BaseAddress");
        await NoAnswerAsync("saved card", Http(401, answer.Refusing("1100").Unsigned, "text/html"), "not XML");
    }

    private static StubGateway Http(int status, string body, string type = "application/xml") => StubGateway.Answering(() =>
    {
        var response = StubGateway.Xml(Encoding.UTF8.GetBytes(body), type);
        response.StatusCode = (HttpStatusCode)status;
        return response;
    });

    private static async Task NotTrustedAsync(string operation, string xml)
    {
        var fault = await Assert.ThrowsAsync<AnswerSignatureException>(() => OperationCall.ByName(operation).ToldAsync(xml));
        AssertSaysWhatNext(operation, fault);
        var secret = OperationCall.ByName(operation).Answer.Secret == Gateway.Secret ? "PayoutSecret" : "ReceiveSecret";
        Assert.Contains(secret, fault.Message, StringComparison.Ordinal);
    }

    private static Task NoAnswerAsync(string operation, Answer answer, string expected) => NoAnswerAsync(operation, answer.Signed, expected);

    private static Task NoAnswerAsync(string operation, string xml, string expected) =>
        NoAnswerAsync(operation, StubGateway.Answering(xml), expected);

    private static async Task NoAnswerAsync(string operation, StubGateway gateway, string expected)
    {
        var fault = await Assert.ThrowsAsync<MalformedAnswerException>(() => OperationCall.ByName(operation).ToldAsync(gateway));
        AssertSaysWhatNext(operation, fault);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.Single(gateway.Calls);
    }

    private static void AssertSaysWhatNext(string operation, PayoutException fault)
    {
        Assert.Equal(!s_aboutNoPayout.Contains(operation, StringComparer.Ordinal), fault.OutcomeIsUnknown);
        Assert.Contains(
            operation switch
            {
                "card" or "iban" or "token" => "settle it with ResolveAsync and its order id, and do not pay again",
                "page" => "settle it with ResolveAsync and its order id, and ask for no other",
                "saved card" => "ask for another page",
                "balance" => "ask again",
                _ => "ask again, do not pay again",
            },
            fault.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain(Gateway.Secret, fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Gateway.ReceiveSecret, fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Gateway.Card, fault.ToString(), StringComparison.Ordinal);
    }

    private static (UnknownReason Why, int? HttpStatus, int? Code) Unknown(object came) => came switch
    {
        PayoutOutcomeUnknown unknown => (unknown.Reason, unknown.HttpStatus, unknown.Code),
        PageOutcomeUnknown unknown => (unknown.Reason, unknown.HttpStatus, unknown.Code),
        PayoutBalanceUnknown unknown => (unknown.Reason, unknown.HttpStatus, unknown.Code),
        PayoutStatusUnknown unknown => (unknown.Reason, unknown.HttpStatus, unknown.Code),
        _ => throw new InvalidOperationException($"{came} is not unknown."),
    };

    private static void AssertRefused(int code, object came)
    {
        object expected = came switch
        {
            PayoutResult => new PayoutRefused(code, "Some text"),
            PageResult => new PageRefused(code, "Some text"),
            PayoutBalance => new PayoutBalanceUnknown(UnknownReason.InquiryRefused) { Code = code, Text = "Some text" },
            _ => new PayoutStatusUnknown(UnknownReason.InquiryRefused) { Code = code, Text = "Some text" },
        };
        Assert.Equal(expected, came);
    }
}
