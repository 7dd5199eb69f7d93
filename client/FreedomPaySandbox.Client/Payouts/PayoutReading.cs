using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>Reads what a verified answer says about a payout (P-1, C-3, E-1). Pure.</summary>
internal static class PayoutReading
{
    private const int NoCode = 0;

    /// <exception cref="MalformedAnswerException">It contradicts itself, lacks a field, or is about another payout.</exception>
    public static PayoutResult Of(Parameters answer, CardPayout payout, long merchantId)
    {
        var fields = new TypedFields(answer);
        var result = fields.Text(Fields.Status) switch
        {
            "ok" => Made(fields, payout, merchantId),
            "process" => InProcess(fields, payout, merchantId),
            "error" => Refused(fields, payout, merchantId),
            _ => fields.Report(Fields.Status, FieldFault.Unreadable, (PayoutResult?)null),
        };
        return fields.Problem is null ? result! : throw GatewayOperation.PayToCard.Malformed(fields.Problem.ToString());
    }

    private static PayoutResult? Made(TypedFields fields, CardPayout payout, long merchantId) => fields.Given(Fields.PaymentStatus) switch
    {
        "process" => InProcess(fields, payout, merchantId),
        null or "ok" or "success" => Accepted(fields, payout, merchantId),
        _ => fields.Report(Fields.PaymentStatus, FieldFault.Unreadable, (PayoutResult?)null),
    };

    private static PayoutAccepted Accepted(TypedFields fields, CardPayout payout, long merchantId)
    {
        RequireAbout(fields, payout, merchantId);
        return new PayoutAccepted(fields.PaymentId())
        {
            Reference = fields.Given(Fields.Reference),
            Balance = fields.Balance(),
            Amount = fields.Money(Fields.PaymentAmount),
            Date = fields.IsoDate(Fields.PaymentDate),
        };
    }

    private static PayoutInProcess InProcess(TypedFields fields, CardPayout payout, long merchantId)
    {
        RequireAbout(fields, payout, merchantId);
        return new PayoutInProcess(fields.PaymentId())
        {
            Balance = fields.Balance(),
            Amount = fields.Money(Fields.PaymentAmount),
            Date = fields.IsoDate(Fields.PaymentDate),
        };
    }

    private static PayoutResult Refused(TypedFields fields, CardPayout payout, long merchantId)
    {
        fields.RequireIfGiven(Fields.MerchantId, merchantId.ToString(CultureInfo.InvariantCulture));
        fields.RequireIfGiven(Fields.OrderId, payout.OrderId);
        var code = fields.Code(Fields.ErrorCode) ?? fields.Report(Fields.ErrorCode, FieldFault.Missing, NoCode);
        var text = fields.Given(Fields.ErrorDescription) ?? "";
        return code is NoCode or GatewayError.SystemFault
            ? new PayoutOutcomeUnknown(UnknownReason.SystemFault) { Code = code }
            : new PayoutRefused(code, text.Replace(payout.Card, CardNumber.Mask(payout.Card), StringComparison.Ordinal));
    }

    // P-2: an error code, whichever, means that it did not succeed.
    private static void RequireAbout(TypedFields fields, CardPayout payout, long merchantId)
    {
        fields.RequireAbsent(Fields.ErrorCode);
        fields.Require(Fields.MerchantId, merchantId.ToString(CultureInfo.InvariantCulture));
        fields.Require(Fields.OrderId, payout.OrderId);
    }
}
