using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway.Operations;

/// <summary>
/// <c>/g2g/balance_status</c> and <c>/api/balance_status</c>: the payout balance (M-2). There is one, whatever the currency.
/// </summary>
internal sealed class GetBalance(SandboxStore store) : IGatewayMethod
{
    public IReadOnlyList<GatewayOperation> Operations => [GatewayOperation.Gateway("balance_status", HandleAsync), GatewayOperation.Api("balance_status", HandleAsync)];

    private async Task<GatewayAnswer> HandleAsync(SignedRequest request, CancellationToken cancellation)
    {
        var (fields, state) = (request.Fields, request.State);
        if (!FieldValidation.IsAbsentOr(fields, Fields.Currency, Currencies.Knows))
            return request.Refused(Refusal.InvalidField);
        if (request.IsSwitchedOff)
            return request.Refused(Refusal.MethodNotAllowed);
        if (await store.States.BalanceAsync(state.Epoch, state.Clock.Now, cancellation) is not { } balance)
            return request.Refused(Refusal.SystemFault);

        var answer = new Parameters
        {
            { Fields.Balance, balance.ToFixed() },
            { Fields.Status, "ok" },
            { Fields.Currency, FieldValidation.Given(fields[Fields.Currency]) ?? request.Merchant.Currency },
        };
        AnswerSigning.From(request, state.NextInquirySalt()).Sign(answer);
        return new GatewayAnswer(answer, "ok");
    }
}
