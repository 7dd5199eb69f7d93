using FreedomPaySandbox.Client;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>
/// What the reference client asks of merchants: an outcome that is not known is asked for; only what was not made is paid again, under the
/// same order id and the same idempotency key.
/// </summary>
internal sealed class RetryingPayer(PayoutClient payouts, TimeProvider time) : IPayer
{
    public const string Pay = "pay";
    public const string Ask = "ask what became of it";

    private const int Rounds = 15;

    private static readonly TimeSpan s_firstWait = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(1);

    public async Task<PayoutResult> PayAsync(
        CardPayout order, Func<string, Func<Task<PayoutResult>>, Task<PayoutResult>> measured, CancellationToken cancellation)
    {
        var wait = s_firstWait;
        var result = await measured(Pay, () => payouts.PayToCardAsync(order, cancellation));
        for (var round = 1; round < Rounds && !IsKnown(result); round++)
        {
            await Task.Delay(wait, time, cancellation);
            wait = wait * 2 < s_longestWait ? wait * 2 : s_longestWait;
            result = result is PayoutNotMade
                ? await measured(Pay, () => payouts.PayToCardAsync(order, cancellation))
                : await measured(Ask, () => payouts.ResolveAsync(order.OrderId, cancellation));
        }

        return result;
    }

    // A used order id was used by this very payout, in a call whose answer was lost.
    private static bool IsKnown(PayoutResult result) =>
        result is PayoutAccepted or PayoutInProcess or PayoutRefused { Code: not GatewayError.DuplicateOrder };
}
