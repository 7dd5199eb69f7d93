using System.Text;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Messages;
using FreedomPaySandbox.Protocol;
using FsCheck;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Client;

public sealed class CallbackReaderTests
{
    private static readonly Callback s_ok = new(2_143_041_741, "1234", CallbackStatus.Ok)
    {
        Amount = Amount.FromUnits(100),
        ToPay = new Amount(10_150),
        Balance = Amount.FromUnits(999_999_900),
        CardMask = "440564-XX-XXXX-6150",
        Date = new DateTime(2018, 12, 31, 15, 0, 0, DateTimeKind.Unspecified),
        Salt = "ECBZG676W2yAxseB",
    };

    private static readonly Callback s_failed = s_ok with { Status = CallbackStatus.Error, ErrorCode = 10001, ErrorDescription = "Обратитесь в банк" };

    [Fact]
    [Proves("N-2", "N-3")]
    public void A_success_is_read_however_it_is_sent()
    {
        Assert.Equal(s_ok, SentCallback.Ok.Read());
        Assert.Equal(s_ok, SentCallback.Ok.ReadMultipart());
        Assert.Equal(s_ok, SentCallback.Ok.ReadXml());
    }

    [Fact]
    [Proves("N-8")]
    public void A_failure_is_read_however_it_is_sent()
    {
        Assert.Equal(s_failed, SentCallback.Failed.Read());
        Assert.Equal(s_failed, SentCallback.Failed.ReadMultipart());
        Assert.Equal(s_failed, SentCallback.Failed.ReadXml());
    }

    [Theory]
    [InlineData("pg_card_hash")]
    [InlineData("pg_balance")]
    [InlineData("pg_payment_amount")]
    [InlineData("pg_to_pay")]
    [InlineData("pg_payment_date")]
    [InlineData("pg_error_code")]
    [InlineData("pg_error_description")]
    public void What_is_not_always_there_may_be_missing_or_empty(string field)
    {
        var without = Assert.IsType<Callback>(SentCallback.Failed.Without(field).Read());
        Assert.Equal(without, SentCallback.Failed.With(field, "").Read());
        Assert.NotEqual(s_failed, without);
        Assert.Equal((s_failed.PaymentId, s_failed.OrderId, s_failed.Status), (without.PaymentId, without.OrderId, without.Status));
    }

    [Fact]
    [Proves("S-3")]
    public void What_is_not_known_is_passed_over() => Assert.Equal(s_ok, SentCallback.Ok.With("pg_card_brand", "VISA").With("extra", "").Read());

    [Theory]
    [InlineData("http://site.kz/a/b/post?x=/y", "post")]
    [InlineData("https://site.kz/callbacks/payout.php", "payout.php")]
    [InlineData("/callbacks/post", "post")]
    [InlineData("http://site.kz/колбэк", "колбэк")]
    [InlineData("http://site.kz/%D0%BA", "%D0%BA")]
    [InlineData("http://site.kz/post/", "")]
    [InlineData("http://site.kz", "")]
    [Proves("S-10", "S-11", "S-12")]
    public void The_script_is_the_last_segment_of_the_address(string url, string script) =>
        Assert.Equal(s_ok, (SentCallback.Ok with { Url = url, Script = script }).Read());

    [Fact]
    [Proves("S-11")]
    public void The_segment_before_a_slash_may_be_the_script()
    {
        var sent = SentCallback.Ok with { Url = "http://site.kz/post/" };
        Assert.Equal(s_ok, sent.Read(new CallbackReader(9970, Gateway.Secret, CallbackScriptName.PreviousSegment)));
        AssertProblem(CallbackProblemKind.WrongSignature, "set CallbackScriptName to PreviousSegment", sent.Read());
    }

    [Fact]
    [Proves("S-13")]
    public void One_without_signature_or_salt_is_not_signed()
    {
        var unsigned = new Parameters(SentCallback.Ok.Fields);
        AssertProblem(CallbackProblemKind.NotSigned, "pg_sig", SentCallback.Ok.ReadBody(Encoding.ASCII.GetBytes(Sandboxes.SignedCall.GetForm(unsigned))));
        AssertProblem(CallbackProblemKind.NotSigned, "pg_salt", SentCallback.Ok.Without("pg_salt").Read());
    }

    [Fact]
    [Proves("S-9", "S-10")]
    public void A_wrong_signature_is_told_with_what_to_check()
    {
        var problem = AssertProblem(CallbackProblemKind.WrongSignature, "'post'", (SentCallback.Ok with { Secret = "guessed" }).Read());
        Assert.Contains("pg_post_link", problem.Text, StringComparison.Ordinal);
        Assert.Contains("payout secret", problem.Text, StringComparison.Ordinal);
        AssertProblem(CallbackProblemKind.WrongSignature, "'post'", (SentCallback.Ok with { Script = "payment.php" }).Read());
    }

    [Fact]
    [Proves("S-9")]
    public void One_signed_with_the_receive_secret_is_refused_and_told_for_that()
    {
        var options = Gateway.Options();
        options.ReceiveSecret = Gateway.ReceiveSecret;
        var sent = SentCallback.Ok with { Secret = "sandbox-receive-secret" };
        var problem = AssertProblem(CallbackProblemKind.WrongSignature, "signed with the receive secret", sent.Read(new CallbackReader(options)));
        Assert.DoesNotContain("sandbox-receive-secret", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_another_merchant_is_told_for_that() =>
        AssertProblem(CallbackProblemKind.AnotherMerchant, "MerchantId", SentCallback.Ok.With("pg_merchant_id", "9971").Read());

    [Theory]
    [InlineData("pg_payment_id")]
    [InlineData("pg_order_id")]
    [InlineData("pg_status")]
    [InlineData("pg_merchant_id")]
    public void One_that_lacks_what_makes_it_one_is_told_for_that(string field) =>
        AssertProblem(CallbackProblemKind.MissingField, field, SentCallback.Ok.Without(field).Read());

    [Theory]
    [InlineData("pg_payment_id", "-1")]
    [InlineData("pg_status", "OK")]
    [InlineData("pg_status", "process")]
    [InlineData("pg_payment_amount", "100,00")]
    [InlineData("pg_to_pay", "all")]
    [InlineData("pg_balance", "1e9")]
    [InlineData("pg_payment_date", "31.12.2018")]
    [InlineData("pg_error_code", "10001")]
    [InlineData("pg_error_code", "0")]
    [Proves("P-2")]
    public void One_that_makes_no_sense_is_told_for_that(string field, string value) =>
        AssertProblem(CallbackProblemKind.UnreadableField, field, SentCallback.Ok.With(field, value).Read());

    [Fact]
    public void A_field_that_is_there_twice_is_told() => AssertProblem(
        CallbackProblemKind.UnreadableField,
        "pg_status is there more than once",
        (SentCallback.Ok with { Fields = new Parameters([.. SentCallback.Ok.Fields, new Parameter("pg_status", "error")]) }).Read());

    [Fact]
    public void A_nested_status_is_none() => AssertProblem(
        CallbackProblemKind.UnreadableField,
        "pg_status",
        (SentCallback.Ok.Without("pg_status") is var sent ? sent with { Fields = new Parameters([.. sent.Fields, new Parameter("pg_status", [new Parameter("x", "ok")])]) } : sent).Read());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=\"\"")]
    [InlineData("application/x-www-form-urlencoded; charset=windows-1251")]
    public void Another_content_type_is_no_form(string? type) =>
        AssertProblem(CallbackProblemKind.NotAForm, "no form", SentCallback.Ok.ReadBody(SentCallback.Ok.Body, type));

    [Fact]
    public void Sixty_four_kilobytes_are_read_and_no_more()
    {
        var padding = new string('x', 64 * 1024);
        var most = SentCallback.Ok.With("x", padding[..^(SentCallback.Ok.With("x", "").Body.Length)]);
        Assert.Equal(64 * 1024, most.Body.Length);
        Assert.Equal(s_ok, most.Read());
        AssertProblem(CallbackProblemKind.TooLong, "65536", SentCallback.Ok.With("x", padding).Read());
    }

    [Fact]
    public void Any_bytes_of_any_type_are_a_problem_and_no_exception() => FixedSeed.ForAll(Rubbish(), rubbish =>
        Assert.IsType<CallbackProblem>(SentCallback.Ok.ReadBody(rubbish.Body, rubbish.Type)));

    [Fact]
    [Proves("S-5")]
    public void Any_text_is_read_as_it_was_sent() => FixedSeed.ForAll(Texts(), texts =>
    {
        var sent = SentCallback.Failed.With("pg_order_id", texts.Order).With("pg_error_description", texts.Text).With("pg_salt", texts.Salt);
        var expected = s_failed with { OrderId = texts.Order, ErrorDescription = texts.Text.Length == 0 ? null : texts.Text, Salt = texts.Salt };
        Assert.Equal(expected, sent.Read());
        Assert.Equal(expected, sent.ReadMultipart());
    });

    [Fact]
    public void No_problem_tells_a_secret_or_a_value() => Assert.All(
        [
            (SentCallback.Ok with { Secret = "guessed" }).Read(),
            SentCallback.Ok.With("pg_status", "VALUE").Read(),
            SentCallback.Ok.With("pg_payment_amount", "VALUE").Read(),
            SentCallback.Ok.With("pg_merchant_id", "VALUE").Read(),
            SentCallback.Ok.ReadBody("VALUE"u8.ToArray(), "VALUE/VALUE"),
        ],
        problem =>
        {
            Assert.IsType<CallbackProblem>(problem);
            Assert.DoesNotContain("VALUE", problem.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(Gateway.Secret, problem.ToString(), StringComparison.Ordinal);
        });

    private static CallbackProblem AssertProblem(CallbackProblemKind kind, string expected, CallbackReadResult reading)
    {
        var problem = Assert.IsType<CallbackProblem>(reading);
        Assert.Equal(kind, problem.Kind);
        Assert.Contains(expected, problem.Text, StringComparison.Ordinal);
        return problem;
    }

    private static Gen<(string Order, string Text, string Salt)> Texts() =>
        from order in AnyMessage.Text.Where(text => text.Length > 0)
        from text in AnyMessage.Text
        from salt in AnyMessage.Text
        select (order, text, salt);

    private static Gen<(byte[] Body, string? Type)> Rubbish() =>
        from body in Gen.OneOf(
            Gen.Choose(0, 255).Select(octet => (byte)octet).ArrayOf(),
            Gen.Elements("pg_xml=%3C", "pg_xml=", "=&=&", "pg_sig=a&pg_sig=b&pg_salt=", "--x\r\n", "pg_sig[a]=1&pg_salt[b]=2", "a[b][c][d][e][f][g][h][i][j]=1")
                .Select(Encoding.ASCII.GetBytes))
        from type in Gen.Elements(SentCallback.Form, "multipart/form-data; boundary=x", "application/json", "a/b", "; ;", "", null)
        select (body, type);
}
