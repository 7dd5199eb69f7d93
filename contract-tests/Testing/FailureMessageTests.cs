using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Testing;

/// <summary>A failure tells what it takes to understand it, and nothing that must stay secret.</summary>
public sealed class FailureMessageTests
{
    private static readonly DateTimeOffset s_moment = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_wait_in_vain_tells_calls_and_callbacks()
    {
        await using var steered = await SteeredSandbox.StartAsync(Place.InThisProcess);
        var merchant = await SceneAsync(steered);
        var fault = await Assert.ThrowsAsync<SandboxTimeoutException>(() =>
            merchant.Callbacks.WaitForAsync(order: "1234", state: CallbackState.Delivered, within: TimeSpan.FromMilliseconds(50)));
        await Verify(Safe(fault, merchant));
    }

    [Fact]
    public async Task Too_few_are_counted()
    {
        await using var steered = await SteeredSandbox.StartAsync(Place.Elsewhere);
        var merchant = await SceneAsync(steered);
        var fault = await Assert.ThrowsAsync<SandboxTimeoutException>(() =>
            merchant.Payouts.WaitForAsync(5, status: PayoutStatus.Ok, within: TimeSpan.FromMilliseconds(50)));
        await Verify(Safe(fault, merchant));
    }

    [Fact]
    public async Task Another_number_than_one_is_told()
    {
        await using var steered = await SteeredSandbox.StartAsync(Place.InThisProcess);
        var merchant = await SceneAsync(steered);
        await Verify(Safe(await Assert.ThrowsAsync<SandboxException>(() => merchant.Payouts.SingleAsync(order: PayoutCall.Success)), merchant));
    }

    [Fact]
    public async Task A_refusal_tells_all_that_is_wrong()
    {
        await using var steered = await SteeredSandbox.StartAsync(Place.InThisProcess);
        var merchant = await steered.Sandbox.CreateMerchantAsync(new MerchantSettings { Seed = 7, Clock = s_moment });
        var fault = await Assert.ThrowsAsync<SandboxException>(() => merchant.Rules.PutAsync(
            new SandboxRule { When = { Probability = 2 }, Then = { Fault = "resett" } }, new SandboxRule()));
        await Verify(Safe(fault, merchant));
    }

    [Fact]
    public async Task Only_the_last_ten_are_told()
    {
        await using var steered = await SteeredSandbox.StartAsync(Place.InThisProcess);
        var merchant = await steered.Sandbox.CreateMerchantAsync(new MerchantSettings { Seed = 7, Clock = s_moment });
        for (var order = 1; order <= 12; order++)
            await steered.PayAsync(merchant, $"{order}");
        var fault = await Assert.ThrowsAsync<SandboxException>(() => merchant.Requests.GetAsync("none"));
        Assert.DoesNotContain("order 2 ", fault.Journal, StringComparison.Ordinal);
        Assert.Equal(20, fault.Journal.Split('\n').Count(line => line.StartsWith("  ", StringComparison.Ordinal)));
    }

    // A lost answer, a repetition that is refused, a forged callback, and a call signed with a wrong secret.
    private static async Task<SandboxMerchant> SceneAsync(SteeredSandbox steered)
    {
        var merchant = await steered.Sandbox.CreateMerchantAsync(
            new MerchantSettings { Seed = 7, Clock = s_moment },
            new SandboxRule { Name = "lost answer", When = { First = 1 }, Then = { Fault = GatewayFaults.ResetAfterPayout } },
            new SandboxRule { When = { OrderId = "forged" }, Then = { Callback = CallbackPlans.WrongSignature } });
        await Assert.ThrowsAsync<HttpRequestException>(() => steered.PayAsync(merchant));
        await steered.PayAsync(merchant);
        await steered.PayAsync(merchant, "forged");
        await merchant.Clock.AdvanceAsync(TimeSpan.FromMinutes(30));
        return merchant;
    }

    private static string Safe(SandboxException fault, SandboxMerchant merchant)
    {
        Assert.DoesNotContain(merchant.PayoutSecret, fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(merchant.ReceiveSecret, fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(PayoutCall.Success, fault.ToString(), StringComparison.Ordinal);
        return fault.Message;
    }
}
