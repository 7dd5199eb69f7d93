using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>Reads what a verified answer says about the status of a payout (M-3, E-6). Pure.</summary>
internal static class StatusReading
{
    private const int NoCode = 0;

    /// <exception cref="MalformedAnswerException">It contradicts itself, lacks a field, or is about another payout.</exception>
    public static PayoutStatus Of(Parameters answer, StatusInquiry inquiry, long merchantId)
    {
        var fields = new TypedFields(answer);
        var status = fields.Text(Fields.Status) switch
        {
            "ok" => Known(fields, inquiry, merchantId),
            "error" => Refused(fields),
            _ => fields.Report(Fields.Status, FieldFault.Unreadable, (PayoutStatus?)null),
        };
        return fields.Problem is null ? status! : throw GatewayOperation.Status.Malformed(fields.Problem.ToString());
    }

    private static PayoutStatus? Known(TypedFields fields, StatusInquiry inquiry, long merchantId)
    {
        fields.RequireAbsent(Fields.ErrorCode);
        fields.Require(Fields.MerchantId, merchantId.ToString(CultureInfo.InvariantCulture));
        fields.Require(inquiry.Field, inquiry.Value);
        var (payment, order, amount) = (fields.PaymentId(), fields.Text(Fields.OrderId), fields.Money(Fields.Amount));
        return fields.Text(Fields.PaymentStatus) switch
        {
            "success" => new PayoutStatusSuccess(payment, order) { Amount = amount, NetAmount = fields.Money(Fields.NetAmount) },
            "process" => new PayoutStatusProcess(payment, order) { Amount = amount },
            "error" => new PayoutStatusError(payment, order)
            {
                Amount = amount,
                FailureCode = fields.Code(Fields.FailureCode),
                FailureText = fields.Given(Fields.FailureDescription),
            },
            _ => fields.Report(Fields.PaymentStatus, FieldFault.Unreadable, (PayoutStatus?)null),
        };
    }

    private static PayoutStatus Refused(TypedFields fields)
    {
        var code = fields.Code(Fields.ErrorCode) ?? fields.Report(Fields.ErrorCode, FieldFault.Missing, NoCode);
        var text = fields.Given(Fields.ErrorDescription);
        return code switch
        {
            GatewayError.PaymentNotFound => new PayoutNotFound(),
            GatewayError.SystemFault or NoCode => new PayoutStatusUnknown(UnknownReason.SystemFault) { Code = code, Text = text },
            _ => new PayoutStatusUnknown(UnknownReason.InquiryRefused) { Code = code, Text = text },
        };
    }
}
