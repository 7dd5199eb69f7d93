using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>Makes all checks of an endpoint, one after another; none ends the run.</summary>
internal sealed class EndpointVerifier(CheckRun run, VerifyOrders orders)
{
    /// <param name="done">Hears of each check as soon as it is done.</param>
    /// <param name="stopping">Ends the run.</param>
    public async Task<Verification> VerifyAsync(Action<CheckResult> done, CancellationToken stopping)
    {
        var results = new List<CheckResult>();
        foreach (var check in CallbackChecks.All)
        {
            results.Add(await run.RunAsync(check, orders, stopping));
            done(results[^1]);
        }

        return new Verification(orders.Target, results);
    }
}

/// <summary>Finds out whether anybody answers at the endpoint: whatever that is, it can be verified.</summary>
internal static class EndpointReach
{
    /// <returns>Why nobody can be reached there and what to do; nothing when somebody answered.</returns>
    public static async Task<DeliveryAdvice?> ExamineAsync(
        VerifyTarget target, Seed seed, HttpMessageInvoker http, SandboxLocation place, TimeProvider time, CancellationToken stopping)
    {
        if (DeliveryDoctor.ExamineAddress(target.Callback) is { } misplaced)
            return misplaced;
        var probe = new CallbackProbe(target.Callback, target.Merchant.Id)
        {
            PayoutSecret = target.Merchant.Secrets.Payout,
            OrderId = $"verify-{seed.Ticket(0)[..8]}-0",
            TimeOut = target.Merchant.CallbackTimeout,
        };
        var attempt = await new CallbackSender(http, time).SendAsync(probe.Callback(seed, time.GetUtcNow()), probe.Merchant, time.GetUtcNow(), stopping);
        return attempt.Status is null ? DeliveryDoctor.Examine(attempt, target.Callback, place) : null;
    }
}
