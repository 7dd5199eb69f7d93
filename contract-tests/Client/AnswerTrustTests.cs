using System.Text;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Evidence;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>Which answers are believed.</summary>
public sealed class AnswerTrustTests
{
    [Fact]
    [Proves("S-8")]
    public Task An_answer_signed_with_another_secret_is_not_believed() =>
        NotTrustedAsync((Answer.Accepted with { Secret = "sandbox-receive-secret" }).Signed);

    [Fact]
    [Proves("S-1")]
    public Task An_answer_signed_for_another_operation_is_not_believed() =>
        NotTrustedAsync((Answer.Accepted with { Script = "to_iban" }).Signed);

    [Fact]
    [Proves("S-13")]
    public Task An_answer_without_a_signature_is_not_believed() => NotTrustedAsync(Answer.Accepted.Unsigned);

    [Fact]
    [Proves("S-13")]
    public Task An_answer_without_a_salt_is_not_believed() => NotTrustedAsync(Answer.Accepted.Without("pg_salt").Signed);

    [Fact]
    public Task An_answer_with_two_signatures_is_not_believed()
    {
        var signed = Answer.Accepted.Signed;
        var signature = signed[signed.IndexOf("    <pg_sig>", StringComparison.Ordinal)..signed.IndexOf("</response>", StringComparison.Ordinal)];
        return NotTrustedAsync(signed.Replace(signature, signature + signature, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("8888")]
    [InlineData("1100")]
    [InlineData("9999")]
    [InlineData("11068")]
    [Proves("E-1")]
    public Task An_unsigned_error_is_believed_only_about_the_merchant(string code) => NotTrustedAsync(Answer.Error(code).Unsigned);

    [Fact]
    public Task An_unsigned_error_of_the_merchant_that_says_ok_is_not_believed() =>
        NotTrustedAsync(Answer.Accepted.Plus("pg_error_code", "9998").Unsigned);

    [Fact]
    public Task A_wrongly_signed_error_of_the_merchant_is_not_believed() =>
        NotTrustedAsync((Answer.Error("9998") with { Secret = "guessed" }).Signed);

    [Fact]
    public Task A_signature_in_disguise_does_not_make_an_error_an_unsigned_one() => NotTrustedAsync(
        Answer.Error("9998").Unsigned.Replace("</response>", "<pg_sig><x>1</x></pg_sig></response>", StringComparison.Ordinal));

    [Theory]
    [InlineData("pg_order_id", "ORD12346")]
    [InlineData("pg_order_id", "ord12345")]
    [InlineData("pg_merchant_id", "9971")]
    [InlineData("pg_merchant_id", "09970")]
    [InlineData("pg_status", "success")]
    [InlineData("pg_payment_status", "error")]
    [InlineData("pg_payment_id", "77777-77777")]
    [InlineData("pg_payment_id", "99999999999999999999")]
    [InlineData("pg_payment_amount", "1,000")]
    [InlineData("pg_payment_date", "yesterday")]
    [InlineData("pg_balance", "--1")]
    [InlineData("pg_error_code", "0")]
    [Proves("P-2")]
    public Task A_rightly_signed_answer_about_something_else_is_no_answer(string field, string value) =>
        NoAnswerAsync(Answer.Accepted.With(field, value).Signed, field);

    [Theory]
    [InlineData("pg_order_id")]
    [InlineData("pg_merchant_id")]
    [InlineData("pg_payment_id")]
    [InlineData("pg_status")]
    public async Task A_rightly_signed_answer_without_what_makes_it_one_is_no_answer(string field)
    {
        await NoAnswerAsync(Answer.Accepted.Without(field).Signed, $"{field} is missing");
        await NoAnswerAsync(Answer.Accepted.With(field, "").Signed, $"{field} is missing");
    }

    [Fact]
    public Task A_field_that_is_there_twice_is_not_read() => NoAnswerAsync(Answer.Accepted.Plus("pg_status", "ok").Signed, "pg_status");

    [Theory]
    [InlineData("pg_order_id", "ORD12346")]
    [InlineData("pg_merchant_id", "9971")]
    [InlineData("pg_error_code", "many")]
    [InlineData("pg_error_code", "")]
    public Task An_error_about_something_else_is_no_answer(string field, string value) =>
        NoAnswerAsync(Answer.Error("8888").With(field, value).Signed, field);

    [Theory]
    [InlineData("")]
    [InlineData("ok")]
    [InlineData("<html><body>It works!</body></html>")]
    [InlineData("<?xml version=\"1.0\"?><answer/>")]
    [InlineData("<!DOCTYPE r [<!ENTITY x \"y\">]><response>&x;</response>")]
    public Task What_is_not_the_gateways_XML_is_no_answer(string text) => NoAnswerAsync(text, "BaseAddress");

    [Fact]
    public async Task What_is_not_UTF_8_is_no_answer() => await Assert.ThrowsAsync<MalformedAnswerException>(
        () => StubGateway.Answering([.. Encoding.UTF8.GetBytes(Answer.Accepted.Signed), 0xFF]).PayAsync());

    [Theory]
    [InlineData("application/xml; charset=utf-8", true)]
    [InlineData("application/xml; charset=\"UTF-8\"", true)]
    [InlineData("text/xml", true)]
    [InlineData("application/xml; charset=windows-1251", false)]
    [InlineData("text/plain", false)]
    [InlineData("application/json", false)]
    public async Task Only_XML_in_UTF_8_is_read(string type, bool read)
    {
        var gateway = StubGateway.Answering(() => StubGateway.Xml(Encoding.UTF8.GetBytes(Answer.Accepted.Signed), type));
        if (read)
            Assert.IsType<PayoutAccepted>(await gateway.PayAsync());
        else
            await Assert.ThrowsAsync<MalformedAnswerException>(() => gateway.PayAsync());
    }

    private static async Task NotTrustedAsync(string xml)
    {
        var fault = await Assert.ThrowsAsync<AnswerSignatureException>(() => Gateway.PayAsync(xml));
        Assert.True(fault.OutcomeIsUnknown);
        Assert.Contains("ResolveAsync", fault.Message, StringComparison.Ordinal);
    }

    private static async Task NoAnswerAsync(string xml, string expected)
    {
        var fault = await Assert.ThrowsAsync<MalformedAnswerException>(() => Gateway.PayAsync(xml));
        Assert.True(fault.OutcomeIsUnknown);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.Contains("ResolveAsync", fault.Message, StringComparison.Ordinal);
    }
}
