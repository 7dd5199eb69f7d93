using System.Globalization;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary><c>/g2g/payout_status2</c> and <c>/g2g/payout_status</c>: how far a payout is, by either of its ids (M-3, M-4).</summary>
internal sealed class StatusInquiry(SandboxStore store)
{
    public Task<GatewayAnswer> SecondAsync(SignedRequest request, CancellationToken cancellation) => AnswerAsync(request, tellsNet: true, cancellation);

    public Task<GatewayAnswer> FirstAsync(SignedRequest request, CancellationToken cancellation) => AnswerAsync(request, tellsNet: false, cancellation);

    private async Task<GatewayAnswer> AnswerAsync(SignedRequest request, bool tellsNet, CancellationToken cancellation)
    {
        var (account, switched) = (request.Account, request.Merchant.Switches.SignErrors);
        var now = account.Clock.Now;
        var signing = AnswerSigning.Of(request, account.NextInquirySalt());
        if (StatusQuestion.Of(request.Fields) is not { } question)
            return ErrorAnswer.Of(Refusal.InvalidField.Code, switched, signing, now);
        if (request.Merchant.DisabledMethods.Contains(request.Operation.Method))
            return ErrorAnswer.Of(Refusal.MethodNotAllowed.Code, switched, signing, now);

        var query = new PayoutQuery(account.Number, now) { PaymentId = question.PaymentId, OrderId = question.OrderId, Limit = 1, NewestFirst = true };
        return await store.FindAsync(query, cancellation) is [var payout]
            ? Told(payout, tellsNet, signing, now)
            : ErrorAnswer.PaymentNotFound(switched, signing);
    }

    private static GatewayAnswer Told(Payout payout, bool tellsNet, AnswerSigning signing, DateTimeOffset now)
    {
        var status = StatusOf(payout.StatusAt(now));
        var fields = new Parameters
        {
            { Fields.MerchantId, payout.MerchantId.ToString(CultureInfo.InvariantCulture) },
            { Fields.PaymentId, payout.PaymentId.ToString(CultureInfo.InvariantCulture) },
            { Fields.Status, "ok" },
            { Fields.PaymentStatus, status },
            { Fields.OrderId, payout.OrderId },
            { Fields.Amount, payout.Amount.ToFixed() },
        };
        if (tellsNet)
            fields.Add(Fields.NetAmount, payout.Amount.ToFixed());
        if (payout.StatusAt(now) == PayoutStatus.Error)
        {
            // Not pg_error_code: the official SDK takes any for a failure of the call (P-2).
            fields.Add(Fields.FailureCode, payout.ErrorCode!.Value.ToString(CultureInfo.InvariantCulture));
            fields.Add(Fields.FailureDescription, GatewayError.Of(payout.ErrorCode.Value).Description);
        }

        fields.Add(Fields.DateTime, WireDate.Iso(now));
        signing.Sign(fields);
        return new GatewayAnswer(fields, status) { PaymentId = payout.PaymentId };
    }

    private static string StatusOf(PayoutStatus status) => status switch
    {
        PayoutStatus.Process => "process",
        PayoutStatus.Ok => "success",
        _ => "error",
    };
}
