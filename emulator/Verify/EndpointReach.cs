using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>Finds out whether anybody answers at the endpoint: whatever that is, it can be verified.</summary>
internal static class EndpointReach
{
    /// <returns>Why nobody can be reached there and what to do; nothing when somebody answered.</returns>
    public static async Task<DeliveryAdvice?> ExamineAsync(
        string callback,
        Merchant merchant,
        Seed seed,
        HttpMessageInvoker http,
        SandboxLocation place,
        TimeProvider time,
        CancellationToken stopping)
    {
        if (DeliveryDoctor.ExamineAddress(callback) is { } misplaced)
            return misplaced;
        var probe = new CallbackProbe(callback, merchant.Id)
        {
            PayoutSecret = merchant.Secrets.Payout,
            OrderId = $"verify-{seed.Ticket(0)[..8]}-0",
            TimeOut = merchant.CallbackTimeout,
        };
        var now = time.GetUtcNow();
        var attempt = await new CallbackSender(http, time).SendAsync(probe.Callback(seed, now), probe.Merchant, now, stopping);
        return attempt.Status is null ? DeliveryDoctor.Examine(attempt, callback, place) : null;
    }
}
