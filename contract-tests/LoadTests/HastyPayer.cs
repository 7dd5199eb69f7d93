using FreedomPaySandbox.Client;
using FreedomPaySandbox.LoadTests.Scenarios;

namespace FreedomPaySandbox.ContractTests.Load;

/// <summary>The mistake that pays people twice: whatever was not answered is paid again under a new order id.</summary>
internal sealed class HastyPayer(PayoutClient payouts) : IPayer
{
    public async Task<PayoutResult> PayAsync(
        CardPayout order, Func<string, Func<Task<PayoutResult>>, Task<PayoutResult>> measured, CancellationToken cancellation)
    {
        var result = await measured("pay", () => payouts.PayToCardAsync(order, cancellation));
        for (var again = 1; again < 20 && result is PayoutOutcomeUnknown; again++)
        {
            var id = FormattableString.Invariant($"{order.OrderId}-{again}");
            result = await measured("pay", () => payouts.PayToCardAsync(order with { OrderId = id, IdempotencyKey = id }, cancellation));
        }

        return result;
    }
}
