using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Signatures;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Doctor;

public sealed class MessageDiagnosisTests
{
    private const string Right = "3a1d0c8f";

    [Theory]
    [InlineData("sig-missing", "pg_salt=s")]
    [InlineData("sig-missing+salt-missing", "pg_amount=1")]
    [InlineData("sig-empty", "pg_salt=s", "pg_sig=")]
    [InlineData("sig-repeated", "pg_salt=s", "pg_sig=a", "pg_sig=b")]
    [InlineData("sig-not-a-digest", "pg_salt=s", "pg_sig=" + Right)]
    [InlineData("sig-not-a-digest", "pg_salt=s", "pg_sig=the signature")]
    [InlineData("none-of-these", "pg_salt=s", "pg_sig=00000000000000000000000000000000")]
    public void What_is_wrong_with_the_message_is_told_first(string id, params string[] pairs) => Assert.Equal(id, Examine(pairs).Id);

    [Fact]
    public void A_right_digest_without_a_salt_is_told_for_the_salt() =>
        Assert.Equal("salt-missing", Examine("pg_amount=1", $"pg_sig={DiagnosisTextTests.Md5("p2p2nonreg;1;payout-secret")}").Id);

    [Fact]
    public void A_wrong_digest_without_a_salt_is_told_for_both() =>
        Assert.Equal("salt-missing+script-missing", Examine("pg_amount=1", $"pg_sig={DiagnosisTextTests.Md5("1;payout-secret")}").Id);

    [Fact]
    public void A_digest_that_lost_its_zeros_is_known()
    {
        var digest = string.Empty;
        var salt = 0;
        while (!digest.StartsWith('0'))
            digest = DiagnosisTextTests.Md5($"p2p2nonreg;{++salt};payout-secret");

        Assert.Equal("hex-zeros-dropped", Examine($"pg_salt={salt}", $"pg_sig={digest.TrimStart('0')}").Id);
    }

    [Fact]
    public void Three_mistakes_are_named_when_one_is_how_the_digest_is_written()
    {
        var digest = DiagnosisTextTests.Md5("/g2g/p2p2nonreg;2;1;s;payout-secret").ToUpperInvariant();

        Assert.Equal("script-full-path+order-as-sent+hex-upper-case", Examine("pg_b=2", "pg_a=1", "pg_salt=s", $"pg_sig={digest}").Id);
    }

    private static Diagnosis Examine(params string[] pairs)
    {
        var fields = new Parameters(pairs.Select(pair => new Parameter(pair.Split('=', 2)[0], pair.Split('=', 2)[1])));
        var diagnosis = SignatureDoctor.Examine(new SignatureCase("/g2g/p2p2nonreg", "p2p2nonreg", SecretKind.Payout, fields, new MerchantSecrets("payout-secret", "receive-secret")));
        Assert.NotNull(diagnosis);
        return diagnosis;
    }
}
