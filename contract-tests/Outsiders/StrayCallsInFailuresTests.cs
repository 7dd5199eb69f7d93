using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Testing;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Outsiders;

// From a newcomer's test: it waited for payouts of one merchant, and its service called as another.
public sealed class StrayCallsInFailuresTests
{
    [Fact]
    public async Task A_failure_tells_calls_of_unknown_merchants_too()
    {
        await using var steered = await SteeredSandbox.StartAsync(Place.InThisProcess);
        var merchant = await steered.Sandbox.CreateMerchantAsync(new MerchantSettings { Seed = 7 });
        using var service = new HttpClient();
        using var call = SignedCall.Payout("1768467600005", merchant: 530123).AsForm();
        call.RequestUri = new Uri(steered.Sandbox.Address, call.RequestUri!);
        using var answer = await service.SendAsync(call);

        var fault = await Assert.ThrowsAsync<SandboxException>(() => merchant.Requests.GetAsync("none"));
        Assert.Contains("The last calls of no known merchant:\n  0-1  p2p2nonreg  order 1768467600005  error 9998 unknown merchant  Merchant 530123 is not set up", fault.Journal, StringComparison.Ordinal);
    }
}
