using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary><c>/api/reg2nonreg</c>: a payout to a card that the recipient types on a page (M-8).</summary>
internal sealed class PayoutByPage(PayoutMaking making)
{
    public Task<GatewayAnswer> CarryOutAsync(SignedRequest request, CancellationToken cancellation) =>
        making.CarryOutAsync(request, RequestForPage.Read(request.Fields, request.Merchant), cancellation);
}
