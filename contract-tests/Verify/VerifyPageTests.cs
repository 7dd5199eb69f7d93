using FreedomPaySandbox.ContractTests.Readme;
using FreedomPaySandbox.Verification.Callbacks;

namespace FreedomPaySandbox.ContractTests.Verification;

/// <summary>The page of the verification names the checks there are.</summary>
public sealed class VerifyPageTests
{
    [Fact]
    public void The_table_is_that_of_the_code() => Assert.Equal(
        CallbackChecks.All.Select(check => $"{check.Id} | {check.Title} | {Need(check.Need)}"),
        Page.Verify.Rows("Check").Select(row => $"{row[0].Trim('`')} | {row[1]} | {row[2].Trim('`')}"),
        StringComparer.Ordinal);

    [Fact]
    public void Each_check_has_an_id_of_its_own_and_says_why_and_what_to_do()
    {
        Assert.Equal(CallbackChecks.All.Count, CallbackChecks.All.Select(check => check.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(CallbackChecks.All, check => Assert.True(check.Why.EndsWith('.') && check.Fix.EndsWith('.') && !check.Title.EndsWith('.'), check.Id));
    }

    private static string Need(CheckNeed need) => need switch
    {
        CheckNeed.OrderSetup or CheckNeed.OrderBeforePayout => "--order-setup",
        CheckNeed.Get => "--get",
        CheckNeed.Xml => "--pg-xml",
        _ => "",
    };
}
