using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.UseCases;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary><c>/g2g/p2p2nonreg</c>: a payout to a card number (section 3).</summary>
internal sealed class PayoutToCard(PayoutMaking making)
{
    public Task<GatewayAnswer> HandleAsync(SignedRequest request, CancellationToken cancellation) =>
        making.HandleAsync(request, RequestToCard.Read(request.Fields, request.Merchant), cancellation);
}
