using System.Globalization;
using System.Text.Json.Nodes;
using Bogus;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Rules;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>A merchant that does all sorts of things, keeps its own books of them, and holds the sandbox to those.</summary>
internal sealed class BusyMerchant(SteeredMerchant merchant, MerchantEndpoint inbox, Randomizer chance)
{
    public const int Opening = 1_000_000;

    private readonly List<string> _orders = [];
    private decimal _balance = Opening;
    private int _callbacks;
    private int _arrivals;
    private int _calls;
    private int _resets;

    private static IReadOnlyList<string> Faults { get; } = [.. GatewayFaultTable.Names.Where(name => name != "silent")];

    private string Path => string.Create(CultureInfo.InvariantCulture, $"/merchant-{merchant.Id}/since-reset-{_resets}");

    public async Task LiveAsync(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            await PayAsync(round);
            if (chance.Bool(0.2f))
            {
                // With callbacks still on their way.
                await ResetAsync();
                continue;
            }

            await merchant.AdvanceAsync($"{chance.Int(2, 48)}h");
            await CheckAsync();
            if (chance.Bool(0.3f))
                await ResetAsync();
        }
    }

    private async Task PayAsync(int round)
    {
        var outcome = chance.Bool() ? default : new Outcome(chance.Bool() ? 10001 : null, chance.Bool());
        var fault = chance.Bool() ? chance.ListItem([.. Faults]) : null;
        var plan = chance.Bool() ? CallbackPlan.Plain : new CallbackPlan(chance.ListItem([.. CallbackPlanKind.All]));
        await merchant.PutRulesAsync(new JsonArray(new JsonObject { ["then"] = Then(outcome, fault, plan) }).ToJsonString());

        for (var count = chance.Int(1, 5); count > 0; count--)
        {
            // The same order ids as everybody's.
            var order = $"ORD-{round}-{count}";
            var amount = chance.Int(1, 1000);
            await SendAsync(order, amount, fault);
            _calls++;
            if (fault is null || GatewayFaultTable.Find(fault) is not { CarriesOut: false })
                Book(order, amount, outcome, plan);
        }
    }

    private async Task SendAsync(string order, int amount, string? fault)
    {
        try
        {
            await merchant.PayAsync(order, inbox.Link(Path), amount.ToString(CultureInfo.InvariantCulture));
        }
        catch (HttpRequestException) when (fault?.StartsWith("reset", StringComparison.Ordinal) == true)
        {
            // As ordered.
        }
    }

    private void Book(string order, int amount, Outcome outcome, CallbackPlan plan)
    {
        var planned = plan.Callbacks(outcome.ErrorCode is not null);
        _orders.Add(order);
        _balance -= outcome.ErrorCode is null ? amount : 0;
        _callbacks += planned.Count;
        _arrivals += planned.Count(callback => !callback.Lost);
    }

    private async Task ResetAsync()
    {
        await merchant.ResetAsync();
        _orders.Clear();
        (_balance, _callbacks, _arrivals, _calls) = (Opening, 0, 0, 0);
        _resets++;
        await CheckAsync();
    }

    private async Task CheckAsync()
    {
        var payouts = await merchant.PayoutsAsync();
        Assert.Equal(_orders, payouts.Select(payout => (string)payout["orderId"]!), StringComparer.Ordinal);
        var callbacks = await merchant.CallbacksAsync();
        Assert.Equal(_callbacks, callbacks.Count);
        var requests = await merchant.RequestsAsync();
        Assert.Equal(_calls, requests.Count);
        Assert.All([.. payouts, .. callbacks, .. requests], thing => Assert.Equal(merchant.Id, (long)thing["merchantId"]!));
        Assert.Equal(_balance, await merchant.BalanceAsync());

        var received = inbox.Under(Path);
        Assert.Equal(_arrivals, received.Count);
        Assert.All(received, callback => Assert.Equal($"{merchant.Id}", callback["pg_merchant_id"]));
    }

    private static JsonObject Then(Outcome outcome, string? fault, CallbackPlan plan)
    {
        var then = new JsonObject { ["outcome"] = outcome.ToString() };
        if (fault is not null)
            then["fault"] = fault == SlowAnswer.FaultName ? new JsonObject { ["name"] = fault, ["delay"] = "10ms" } : fault;
        if (plan.Kind.NeedsDelay)
            then["callback"] = new JsonObject { ["name"] = plan.Name, ["delay"] = "10m" };
        else if (plan != CallbackPlan.Plain)
            then["callback"] = plan.Name;
        return then;
    }
}
