using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary><c>/g2g/balance_status</c> and <c>/api/balance_status</c>: what there is to pay out (M-2). One balance, whatever the currency.</summary>
internal sealed class BalanceInquiry(SandboxStore store)
{
    public async Task<GatewayAnswer> CarryOutAsync(SignedRequest request, CancellationToken cancellation)
    {
        var (fields, account) = (request.Fields, request.Account);
        if (!FieldForm.IsAbsentOr(fields, Fields.Currency, Currencies.Knows))
            return request.Refused(Refusal.InvalidField);
        if (request.IsSwitchedOff)
            return request.Refused(Refusal.MethodNotAllowed);
        if (await store.Accounts.BalanceAsync(account.Number, account.Clock.Now, cancellation) is not { } balance)
            return request.Refused(Refusal.SystemFault);

        var answer = new Parameters
        {
            { Fields.Balance, balance.ToFixed() },
            { Fields.Status, "ok" },
            { Fields.Currency, FieldForm.Given(fields[Fields.Currency]) ?? request.Merchant.Currency },
        };
        AnswerSigning.Of(request, account.NextInquirySalt()).Sign(answer);
        return new GatewayAnswer(answer, "ok");
    }
}
