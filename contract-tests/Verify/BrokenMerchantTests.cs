using FreedomPaySandbox.Verification.Callbacks;

namespace FreedomPaySandbox.ContractTests.Verification;

/// <summary>Each bug is caught by the checks that are meant for it, and by no other.</summary>
public sealed class BrokenMerchantTests
{
    private const string Successes =
        "ok unknown-field no-card-hash long-values duplicate duplicate-new-salt concurrent-duplicates repeated-until-200 error-after-ok unknown-order early "
        + "out-of-order keep-alive chunked get pg-xml";

    private const string Taken =
        "ok error unknown-field no-card-hash cyrillic long-text long-values duplicate duplicate-new-salt concurrent-duplicates repeated-until-200 "
        + "error-after-ok ok-after-error unknown-order early out-of-order fast keep-alive chunked get pg-xml";

    [Theory]
    [InlineData(nameof(MerchantBug.None), "")]
    [InlineData(nameof(MerchantBug.AcceptsAnySignature), "wrong-signature no-signature other-secret")]
    [InlineData(nameof(MerchantBug.ChecksOnlySignaturesThereAre), "no-signature")]
    [InlineData(nameof(MerchantBug.AcceptsAnotherSecret), "other-secret")]
    [InlineData(nameof(MerchantBug.LeavesTheAmountUnsigned), "tampered-amount other-amount")]
    [InlineData(nameof(MerchantBug.IgnoresTheMerchantId), "other-merchant")]
    [InlineData(nameof(MerchantBug.TrustsTheAmountOfTheCallback), "other-amount")]
    [InlineData(nameof(MerchantBug.PaysOnDuplicates), "duplicate duplicate-new-salt concurrent-duplicates")]
    [InlineData(nameof(MerchantBug.KnowsDuplicatesByTheirSalt), "duplicate-new-salt concurrent-duplicates")]
    [InlineData(nameof(MerchantBug.PaysOnConcurrentDuplicatesOnly), "concurrent-duplicates")]
    [InlineData(nameof(MerchantBug.TurnsDuplicatesDown), "duplicate duplicate-new-salt")]
    [InlineData(nameof(MerchantBug.FailsOnALateError), "error-after-ok")]
    [InlineData(nameof(MerchantBug.TurnsASuccessAfterAFailureDown), "ok-after-error")]
    [InlineData(nameof(MerchantBug.AnswersBeforeStoring), "repeated-until-200")]
    [InlineData(nameof(MerchantBug.ReadsPgResult), Successes)]
    [InlineData(nameof(MerchantBug.TakesFailuresForSuccesses), "error cyrillic long-text")]
    [InlineData(nameof(MerchantBug.ComparesInUpperCase), Taken)]
    [InlineData(nameof(MerchantBug.Answers204), Taken)]
    [InlineData(nameof(MerchantBug.LeaksAStackTrace), "discreet")]
    [InlineData(nameof(MerchantBug.LeaksTheRightSignature), "discreet")]
    [InlineData(nameof(MerchantBug.LeaksTheSecret), "discreet")]
    [InlineData(nameof(MerchantBug.FailsOnUnknownFields), "unknown-field")]
    [InlineData(nameof(MerchantBug.NeedsACardHash), "no-card-hash")]
    [InlineData(nameof(MerchantBug.ReadsLatin1), "error cyrillic long-text error-after-ok ok-after-error")]
    [InlineData(nameof(MerchantBug.HasShortColumns), "long-text")]
    [InlineData(nameof(MerchantBug.KeepsPaymentIdsIn32Bits), "long-values")]
    [InlineData(nameof(MerchantBug.TakesSixSeconds), "fast")]
    [InlineData(nameof(MerchantBug.PaysUnknownOrders), "unknown-order")]
    [InlineData(nameof(MerchantBug.ForgetsUnknownOrders), "early")]
    [InlineData(nameof(MerchantBug.ExpectsTheOrderOfPayouts), "out-of-order")]
    [InlineData(nameof(MerchantBug.ReadsAsMuchAsContentLengthSays), "chunked")]
    [InlineData(nameof(MerchantBug.AnswersErrorsUnder200), "repeated-until-200 early")]
    [InlineData(nameof(MerchantBug.ReadsNoQuery), "get")]
    [InlineData(nameof(MerchantBug.ReadsNoXml), "pg-xml")]
    public async Task A_bug_is_caught_by_the_checks_meant_for_it(string bug, string checks)
    {
        await using var merchant = await ScriptedMerchant.StartAsync(Enum.Parse<MerchantBug>(bug));

        var verification = await VerifyScene.VerifyAsync(merchant);

        Assert.Equal(
            checks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            verification.Wrong().Order(StringComparer.Ordinal));
        Assert.All(verification.Results, result => Assert.True(result.Verdict is CheckVerdict.Passed or CheckVerdict.Failed, result.Check.Id));
    }

    [Fact]
    public void Every_check_catches_a_bug_of_its_own() => Assert.Equal(
        CallbackChecks.All.Select(check => check.Id).Except(["keep-alive"], StringComparer.Ordinal).Order(StringComparer.Ordinal),
        typeof(BrokenMerchantTests).GetMethod(nameof(A_bug_is_caught_by_the_checks_meant_for_it))!
            .GetCustomAttributesData()
            .Where(data => data.AttributeType == typeof(InlineDataAttribute))
            .Select(data => ((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)[1].Value as string ?? "")
            .Where(checks => checks is not (Successes or Taken))
            .SelectMany(checks => checks.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Concat(["ok"])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal));
}
