using FreedomPaySandbox.ContractTests.Cli;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Signatures;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Doctor;

public sealed class DiagnosisTextTests
{
    [Theory]
    [InlineData("full-path", "/g2g/p2p2nonreg;100;Ivan Ivanov;KZT;Описание платежа;9970;1234;4405645000006150;http://site.kz/post;some random string;1234;emulator-payout-secret")]
    [InlineData("receive-secret", "p2p2nonreg;100;Ivan Ivanov;KZT;Описание платежа;9970;1234;4405645000006150;http://site.kz/post;some random string;1234;emulator-receive-secret")]
    [InlineData("two", "payment.php;9970;1234;100;4405645000006150;Описание платежа;http://site.kz/post;some random string;1234;Ivan Ivanov;KZT;emulator-payout-secret")]
    [InlineData("encoded", "p2p2nonreg;100;Ivan%20Ivanov;KZT;%D0%9E%D0%BF%D0%B8%D1%81%D0%B0%D0%BD%D0%B8%D0%B5%20%D0%BF%D0%BB%D0%B0%D1%82%D0%B5%D0%B6%D0%B0;9970;1234;4405645000006150;http%3A%2F%2Fsite.kz%2Fpost;some%20random%20string;1234;emulator-payout-secret")]
    [InlineData("none", "something else")]
    public async Task A_diagnosis_as_a_whole(string mistake, string signedText) =>
        await Verify(DiagnosisText.Render(Examine(SignedPayout.Fields, Md5(signedText)))).UseParameters(mistake);

    [Fact]
    public void The_caret_stands_where_the_shown_texts_part()
    {
        var looked = 0;
        for (var number = 0; number < 30; number++)
        {
            var call = new RandomCall(number);
            foreach (var step in WrongSteps.All)
            {
                if (SignatureDoctor.Examine(call.Signed(WrongStep.Sign(call, step))) is not { FirstDifference: { } difference } diagnosis)
                    continue;
                looked++;
                Assert.Equal(diagnosis.Right[..difference.Index], diagnosis.Signed![..difference.Index]);
                if (diagnosis.Right != diagnosis.Signed && !step.Id.StartsWith("secret", StringComparison.Ordinal))
                    Assert.NotEqual(diagnosis.Right.Skip(difference.Index).Take(20), diagnosis.Signed.Skip(difference.Index).Take(20));
            }
        }

        Assert.InRange(looked, 100, int.MaxValue);
    }

    [Theory]
    [InlineData("p2p2nonreg;100;Ivan Ivanov;KZT;Описание платежа;9970;1234;4405645000006150;http://site.kz/post;some random string;1234;emulator-receive-secret", "secret")]
    [InlineData("p2p2nonreg;100;Ivan Ivanov;KZT;Описание платежа;9970;1234;4405645000006150;http://site.kz/post;1234;emulator-payout-secret", "pg_salt")]
    [InlineData("p2p2nonreg;100.00;Ivan Ivanov;KZT;Описание платежа;9970;1234;4405645000006150;http://site.kz/post;some random string;1234;emulator-payout-secret", "pg_amount")]
    [InlineData("p2p2nonreg;100;Ivan Ivanov;KZT;Описание платежа;9970;1234;4405645000006150;http://site.kz/post;some random string;1234;emulator-payout-secret;", "end")]
    [InlineData("g2g/p2p2nonreg;100;Ivan Ivanov;KZT;Описание платежа;9970;1234;4405645000006150;http://site.kz/post;some random string;1234;emulator-payout-secret", "script")]
    public void The_first_difference_is_told_with_its_field(string signedText, string field) =>
        Assert.Equal(field, Examine(SignedPayout.Fields, Md5(signedText)).FirstDifference?.Field);

    [Fact]
    public void No_line_is_wider_than_a_terminal()
    {
        var looked = 0;
        for (var number = 0; number < 20; number++)
        {
            var call = new RandomCall(number);
            foreach (var step in WrongSteps.All)
            {
                if (SignatureDoctor.Examine(call.Signed(WrongStep.Sign(call, step))) is not { } diagnosis)
                    continue;
                looked++;
                Assert.All(DiagnosisText.Render(diagnosis).Split('\n'), line => Assert.True(line.Length <= DiagnosisText.Width, line));
            }
        }

        Assert.InRange(looked, 100, int.MaxValue);
    }

    [Fact]
    public void A_huge_message_leaves_a_small_diagnosis()
    {
        Parameter[] fields = [new("a", new string('x', 500_000)), new("b", "1"), new("pg_salt", "s")];
        var call = new SignatureCase("/g2g/x", "x", SecretKind.Payout, Signatures.IndependentDigest.Sign("x", fields, "r"), new MerchantSecrets("p-secret", "r"));

        var diagnosis = SignatureDoctor.Examine(call);

        Assert.Equal(("secret-other", "secret"), (diagnosis?.Id, diagnosis?.FirstDifference?.Field));
        Assert.InRange(diagnosis!.Right.Length, 1000, DiagnosisCut.MaxLength + 2);
        Assert.EndsWith(";1;s;••••••", diagnosis.Right, StringComparison.Ordinal);
        Assert.Equal("••••••", diagnosis.Right[diagnosis.FirstDifference!.Index..]);
    }

    [Fact]
    public void A_short_secret_does_not_hide_the_names_of_the_documentation()
    {
        Parameter[] fields = [new("pg_amount", "1"), new("pg_order_id", "2"), new("pg_salt", "s"), new("pg_sig", Md5("p2p2nonreg;1;s;a"))];
        var call = new SignatureCase("/g2g/p2p2nonreg", "p2p2nonreg", SecretKind.Payout, new Parameters(fields), new MerchantSecrets("a", "b"));

        var diagnosis = SignatureDoctor.Examine(call);

        Assert.Equal(("field-left-out", "pg_order_id"), (diagnosis?.Id, diagnosis?.FirstDifference?.Field));
        Assert.StartsWith("pg_order_id was not signed", diagnosis!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_are_shown_and_not_sent_to_the_terminal()
    {
        var text = DiagnosisText.Render(Examine(["pg_salt=s", "pg_description=\u001b[31m\r\n\u202e"], new string('0', 32)));

        Assert.Contains("␛[31m␍␊\uFFFD", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain('\r', text);
    }

    internal static string Md5(string text) => HandSigner.Hex(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    private static Diagnosis Examine(IEnumerable<string> pairs, string signature)
    {
        var fields = new Parameters(pairs.Append($"pg_sig={signature}").Select(pair => new Parameter(pair.Split('=', 2)[0], pair.Split('=', 2)[1])));
        var diagnosis = SignatureDoctor.Examine(new SignatureCase(
            "/g2g/p2p2nonreg", "p2p2nonreg", SecretKind.Payout, fields, new MerchantSecrets("emulator-payout-secret", "emulator-receive-secret")));
        Assert.NotNull(diagnosis);
        return diagnosis;
    }
}
