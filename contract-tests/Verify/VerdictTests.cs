using FreedomPaySandbox.Verification.Callbacks;

namespace FreedomPaySandbox.ContractTests.Verification;

/// <summary>What is said where little can be seen.</summary>
public sealed class VerdictTests
{
    [Fact]
    public async Task Without_a_probe_it_is_said_that_the_effect_was_not_seen()
    {
        await using var merchant = await ScriptedMerchant.StartAsync();

        var verification = await VerifyScene.VerifyAsync(merchant, showsEffects: false);

        Assert.Equal(
            ["discreet", "fast"],
            verification.Results.Where(result => result.Verdict == CheckVerdict.Passed).Select(result => result.Check.Id).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.Equal(CallbackChecks.All.Count - 2, verification.Count(CheckVerdict.AnsweredRight));
    }

    [Fact]
    public async Task Without_a_probe_a_forgery_must_not_be_answered_as_if_it_were_believed()
    {
        await using var merchant = await ScriptedMerchant.StartAsync(MerchantBug.AcceptsAnySignature);

        var verification = await VerifyScene.VerifyAsync(merchant, showsEffects: false);

        Assert.Equal(["wrong-signature", "no-signature", "other-secret"], verification.Wrong());
    }

    [Fact]
    public async Task Whoever_takes_orders_from_callbacks_need_not_be_told_of_any()
    {
        await using var merchant = await ScriptedMerchant.StartAsync(MerchantBug.PaysUnknownOrders);

        var verification = await VerifyScene.VerifyAsync(merchant, takesOrders: false);

        // A callback that creates the order can be compared with none.
        Assert.Equal(
            ["early", "other-amount"],
            verification.Results.Where(result => result.Verdict == CheckVerdict.DoesNotApply).Select(result => result.Check.Id).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.Empty(verification.Wrong());
    }

    [Fact]
    public async Task Whoever_must_be_told_of_orders_is_told_so()
    {
        await using var merchant = await ScriptedMerchant.StartAsync();

        var verification = await VerifyScene.VerifyAsync(merchant, takesOrders: false);

        Assert.Contains("--order-setup", verification.Results.First(result => result.Check.Id == "ok").Seen[0], StringComparison.Ordinal);
    }
}
