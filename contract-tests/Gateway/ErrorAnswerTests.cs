using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Gateway;

public sealed class ErrorAnswerTests
{
    private const string Secret = "a secret";

    private static readonly DateTimeOffset s_now = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);
    private static readonly AnswerSigning s_signing = new("script", Secret, "a salt");

    public static TheoryData<string> UnsignedRows => ["api-signature", "merchant-signature", "payment-not-found"];

    [Theory, MemberData(nameof(UnsignedRows))]
    [Proves("E-3", "E-4", "E-6", "T-8")]
    public async Task The_older_paths_refuse_without_date_and_signature(string row)
    {
        var answer = Answer(row, SignErrors.Documented);

        Assert.Equal(row == "merchant-signature" ? 401 : 200, answer.HttpStatus);
        await Verify(XmlMessage.Write("response", answer.Fields), extension: "xml").UseParameters(row);
    }

    [Theory, MemberData(nameof(UnsignedRows))]
    [Proves("E-3", "E-4", "E-6")]
    public void Never_signing_changes_nothing_there(string row) =>
        Assert.Equal(Answer(row, SignErrors.Documented).Fields, Answer(row, SignErrors.Never).Fields);

    [Theory, MemberData(nameof(UnsignedRows))]
    [Proves("E-3", "E-4", "E-6")]
    public void Always_signing_appends_salt_and_signature_there(string row)
    {
        var bare = Answer(row, SignErrors.Documented).Fields;
        Parameter[] salted = [.. bare, new("pg_salt", "a salt")];

        Assert.Equal([.. salted, new("pg_sig", IndependentDigest.Compute("script", salted, Secret))], Answer(row, SignErrors.Always).Fields);
    }

    [Fact]
    [Proves("E-2")]
    public void A_wrong_signature_on_the_newest_paths_is_a_documented_error() => Assert.Equal(
        ErrorAnswer.Create(1100, SignErrors.Documented, s_signing, s_now).Fields,
        ErrorAnswer.InvalidSignature(ApiGeneration.Gateway, SignErrors.Documented, s_signing, s_now).Fields);

    private static GatewayAnswer Answer(string row, SignErrors switched) => row switch
    {
        "api-signature" => ErrorAnswer.InvalidSignature(ApiGeneration.Api, switched, s_signing, s_now),
        "merchant-signature" => ErrorAnswer.InvalidSignature(ApiGeneration.Merchant, switched, s_signing, s_now),
        _ => ErrorAnswer.PaymentNotFound(switched, s_signing),
    };
}
