using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.UseCases;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary><c>/g2g/to_iban</c> and <c>/api/to_iban</c> (M-1), and their older form <c>/api/iban_payout</c> (M-10): a payout to an account.</summary>
internal sealed class PayoutToIban(PayoutMaking making)
{
    public Task<GatewayAnswer> HandleAsync(SignedRequest request, CancellationToken cancellation) =>
        making.HandleAsync(request, RequestToIban.Read(request.Fields, request.Merchant, request.Operation.Surface), cancellation);

    public Task<GatewayAnswer> CarryOutOlderAsync(SignedRequest request, CancellationToken cancellation) =>
        making.HandleAsync(request, RequestToIban.ReadOlder(request.Fields, request.Merchant), cancellation);
}
