using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.UseCases;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary><c>/api/reg2nonreg</c>: a payout to a card that the recipient types on a page (M-8).</summary>
internal sealed class HostedPayout(PayoutMaking making)
{
    public Task<GatewayAnswer> HandleAsync(SignedRequest request, CancellationToken cancellation) =>
        making.HandleAsync(request, RequestForPage.Read(request.Fields, request.Merchant), cancellation);
}
