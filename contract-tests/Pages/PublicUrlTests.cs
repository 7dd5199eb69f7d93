using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Pages;

/// <summary>Recipients reach the sandbox through a proxy under another address than the merchant does.</summary>
public sealed class PublicUrlTests
{
    private const string Public = "https://pay.shop.test/sandbox";

    [Fact]
    [Proves("M-8", "M-10")]
    public async Task Links_begin_with_the_public_address()
    {
        await using var sandbox = await StartAsync();

        Assert.StartsWith(Public + "/pages/9970-", (await sandbox.CallAsync(FamilyCall.Page("1")))["pg_redirect_url"], StringComparison.Ordinal);
        Assert.StartsWith(Public + "/pages/9970-", (await sandbox.CallAsync(FamilyCall.SaveCard()))["pg_redirect_url"], StringComparison.Ordinal);
        Assert.StartsWith(Public + "/pages/9970-", (await sandbox.CallAsync(FamilyCall.OlderToIban("2")))["pg_redirect_url"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://pay.shop.test", 303)]
    [InlineData("https://evil.test", 403)]
    [InlineData("http://pay.shop.test", 403)]
    public async Task A_form_may_come_from_there_and_from_nowhere_else(string origin, int status)
    {
        await using var sandbox = await StartAsync();
        var link = (await sandbox.CallAsync(FamilyCall.Page()))["pg_redirect_url"]!;
        var recipient = new Recipient { Headers = { ["Origin"] = origin, ["Sec-Fetch-Site"] = "same-origin" } };

        Assert.Equal(status, (await recipient.TypeAsync(sandbox.Address + link[(Public.Length + 1)..], AdminCall.Success)).Status);
    }

    private static Task<RunningSandbox> StartAsync() =>
        RunningSandbox.StartAsync(new SandboxSettings { Merchants = [RunningSandbox.Merchant], PublicUrl = Public });
}
