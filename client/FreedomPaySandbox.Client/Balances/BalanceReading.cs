using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>Reads what a verified answer says about the payout balance (M-2). Pure.</summary>
internal static class BalanceReading
{
    /// <exception cref="MalformedAnswerException">It contradicts itself, lacks a field, or is about another currency.</exception>
    public static PayoutBalance Read(Parameters answer, string? currency, long merchantId)
    {
        var fields = new TypedFields(answer);
        fields.RequireIfGiven(Fields.MerchantId, merchantId.ToString(CultureInfo.InvariantCulture));
        var balance = fields.Text(Fields.Status) switch
        {
            "ok" => Known(fields, currency),
            "error" => Refused(fields),
            _ => fields.Report(Fields.Status, FieldFault.Unreadable, (PayoutBalance?)null),
        };
        return fields.Problem is null ? balance! : throw GatewayOperation.Balance.Malformed(fields.Problem.ToString());
    }

    private static PayoutBalanceKnown Known(TypedFields fields, string? currency)
    {
        fields.RequireAbsent(Fields.ErrorCode);
        if (currency is not null)
            fields.RequireIfGiven(Fields.Currency, currency);
        var amount = fields.Balance() ?? fields.Report(Fields.Balance, FieldFault.Missing, Amount.Zero);
        return new PayoutBalanceKnown(amount) { Currency = fields.Given(Fields.Currency) };
    }

    private static PayoutBalanceUnknown Refused(TypedFields fields)
    {
        var error = AnswerError.Read(fields);
        return new PayoutBalanceUnknown(error.IsSystemFault ? UnknownReason.SystemFault : UnknownReason.InquiryRefused)
        {
            Code = error.Code,
            Text = error.Text,
        };
    }
}
