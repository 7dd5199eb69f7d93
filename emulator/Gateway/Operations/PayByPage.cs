using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway.Operations;

/// <summary><c>/api/reg2nonreg</c>: a payout to a card that the recipient types on a page (M-8).</summary>
internal sealed class PayByPage(PayoutResponder payouts) : IGatewayMethod
{
    private const string Frame = "frame";

    public IReadOnlyList<GatewayOperation> Operations =>
        [GatewayOperation.Api(OperationNames.PayoutPage, (request, cancellation) => payouts.AnswerAsync(request, Read(request.Fields, request.Merchant), cancellation))];

    /// <summary>Reads the fields; <see langword="null"/> when one is missing or malformed.</summary>
    public static PayoutRequest? Read(Parameters fields, Merchant merchant)
    {
        if (PayoutRequest.Create(PayoutMethod.ByPage, fields, merchant.Secrets) is not { Description: not null, PostLink: not null } request
            || TimeLimit.Read(fields, merchant) is not { } limit
            || CardSavingRequest.GetBackLink(fields, merchant.Secrets) is not { } backLink
            || !FieldValidation.IsAbsentOr(fields, Fields.PaymentRoute, text => string.Equals(text, Frame, StringComparison.Ordinal))
            || !FieldValidation.IsAbsentOr(fields, Fields.UserEmail, text => TextLength.IsAtMost(text, 255)))
        {
            return null;
        }

        var framed = FieldValidation.Given(fields[Fields.PaymentRoute]) is not null;
        return request with { TimeLimit = limit, Page = new HostedPageOptions(backLink, framed) };
    }
}
