using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>
/// What the gateway tells of the payout balance (M-2): <see cref="PayoutBalanceKnown"/>, or <see cref="PayoutBalanceUnknown"/>, when it
/// did not say.
/// </summary>
public abstract record PayoutBalance
{
    private protected PayoutBalance()
    {
    }
}

/// <summary>What the merchant can pay out.</summary>
/// <param name="Amount">Currency units; negative when the balance is overdrawn.</param>
public sealed record PayoutBalanceKnown(Amount Amount) : PayoutBalance
{
    /// <summary>The currency, ISO 4217; <see langword="null"/> when the answer does not say.</summary>
    public string? Currency { get; init; }
}

/// <summary>The gateway did not tell the balance: ask again.</summary>
/// <param name="Reason">What happened.</param>
public sealed record PayoutBalanceUnknown(UnknownReason Reason) : PayoutBalance
{
    /// <summary>The HTTP status, with <see cref="UnknownReason.HttpError"/>.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>
    /// The number of the gateway's error, with <see cref="UnknownReason.SystemFault"/> and <see cref="UnknownReason.InquiryRefused"/>.
    /// </summary>
    public int? Code { get; init; }

    /// <summary>The gateway's text beside the number.</summary>
    public string? Text { get; init; }
}

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
