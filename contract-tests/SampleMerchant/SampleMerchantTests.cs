using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.SampleMerchant;

/// <summary>
/// Whatever goes wrong: each order is paid exactly once or not at all, and the merchant knows which. Faults and misbehaviours are those
/// of the sandbox's own tables, so that none can be forgotten.
/// </summary>
public sealed class SampleMerchantTests
{
    private const string Fault = "fault";
    private const string Callback = "callback";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    public static TheoryData<string, string> AllThatGoesWrong
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var fault in GatewayFaultTable.Names)
                all.Add(Fault, fault);
            foreach (var kind in CallbackPlanKind.All)
                all.Add(Callback, kind.Name);
            return all;
        }
    }

    [Theory, MemberData(nameof(AllThatGoesWrong))]
    public async Task Each_order_is_paid_once_and_its_end_known(string what, string name)
    {
        await using var sandbox = await Sandbox.StartAsync();
        await using var merchant = await sandbox.CreateMerchantAsync(what == Fault ? SpoiltAnswer(name) : SpoiltCallback(name));
        await using var service = new MerchantService(sandbox, merchant, what == Fault ? s_patience : 30 * s_patience);

        await service.OrderAsync("ORD1");
        await service.OrderAsync("ORD2");
        await merchant.Clock.AdvanceAsync(TimeSpan.FromHours(3));
        await EndAsync(service, merchant);

        Assert.Equal(("ORD1: Paid", "ORD2: Paid"), (await service.StateAsync("ORD1"), await service.StateAsync("ORD2")));
        Assert.Equal(
            [("ORD1", PayoutStatus.Ok), ("ORD2", PayoutStatus.Ok)],
            (await merchant.Payouts.FindAsync()).Select(payout => (payout.OrderId, payout.Status)).Order());
        Assert.All((await merchant.Callbacks.FindAsync()).AssertNotEmpty(), callback => Assert.Equal(GetEnd(callback, name, what), callback.State));

        // Two orders of the same amount to the same card are what these tests are made of.
        Assert.DoesNotContain(await merchant.Findings.FindAsync(), finding => finding.Kind is not ("double-payout" or "paid-again-after-lost-answer"));
    }

    [Theory]
    [InlineData("success", "Paid")]
    [InlineData("error 10001", "Failed")]
    [InlineData("process, then success", "Paid")]
    [InlineData("process, then error 10001", "Failed")]
    public async Task Every_outcome_is_known_in_the_end(string outcome, string state)
    {
        await using var sandbox = await Sandbox.StartAsync();
        await using var merchant = await sandbox.CreateMerchantAsync(new SandboxRule { Then = { Outcome = outcome } });
        await using var service = new MerchantService(sandbox, merchant, TimeSpan.FromSeconds(30));

        await service.OrderAsync("ORD1");
        await merchant.Clock.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.StartsWith($"ORD1: {state}", await service.StateAsync("ORD1"), StringComparison.Ordinal);
        Assert.Equal("There is an order of that id.", (await service.OrderAsync("ORD1")).Trim('"'));
        Assert.Single(await merchant.Payouts.FindAsync());
        Assert.Empty(await merchant.Findings.FindAsync());
    }

    [Fact]
    public async Task What_no_gateway_would_take_has_failed_without_a_call()
    {
        await using var sandbox = await Sandbox.StartAsync();
        await using var merchant = await sandbox.CreateMerchantAsync();
        await using var service = new MerchantService(sandbox, merchant, s_patience);

        Assert.StartsWith("ORD1: Failed", await service.OrderAsync("ORD1", card: "12"), StringComparison.Ordinal);
        Assert.Contains("Give id", await service.OrderAsync("ORD2", amount: "much"), StringComparison.Ordinal);

        Assert.Empty(await merchant.Requests.FindAsync());
    }

    private static SandboxRule SpoiltAnswer(string fault) => new()
    {
        When = { First = 1 },
        Then = { Fault = fault == GatewayFaults.Slow ? GatewayFaults.SlowBy(3 * s_patience) : fault },
    };

    private static SandboxRule SpoiltCallback(string plan) => new()
    {
        Then =
        {
            Outcome = Outcomes.ProcessThenSuccess,
            Callback = plan == CallbackPlans.Delayed ? CallbackPlans.DelayedBy(TimeSpan.FromMinutes(10)) : plan,
        },
    };

    private static async Task EndAsync(MerchantService service, SandboxMerchant merchant)
    {
        // Each round may find another call on its way; more than a few would be a circle.
        for (var round = 0; await service.ReconcileAsync() > 0; round++)
            Assert.InRange(round, 0, 5);
        await merchant.Clock.AdvanceAsync(TimeSpan.FromHours(3));
    }

    // A fault of the answer and a misbehaviour of the callback may have one name.
    private static CallbackState GetEnd(SandboxCallback callback, string name, string what) => name switch
    {
        _ when what == Fault => CallbackState.Delivered,
        CallbackPlans.Lost => CallbackState.Lost,
        CallbackPlans.TamperedAmount or CallbackPlans.WrongSignature or CallbackPlans.UnknownOrder when callback.Number == 1 => CallbackState.Rejected,
        _ => CallbackState.Delivered,
    };
}
