using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>Reads what a verified answer says about a payout (P-1, M-1, M-7, C-3, E-1). Pure.</summary>
internal static class PayoutReading
{
    /// <exception cref="MalformedAnswerException">It contradicts itself, lacks a field, or is about another payout.</exception>
    public static PayoutResult Read(Parameters answer, SentPayout sent, long merchantId)
    {
        var fields = new TypedFields(answer);
        var result = fields.Text(Fields.Status) switch
        {
            "ok" => Made(fields, sent, merchantId),
            "process" => InProcess(fields, sent, merchantId),
            "error" => Refused(fields, sent, merchantId),
            _ => fields.Report(Fields.Status, FieldFault.Unreadable, (PayoutResult?)null),
        };
        return fields.Problem is null ? result! : throw sent.Operation.Malformed(fields.Problem.ToString());
    }

    private static PayoutResult? Made(TypedFields fields, SentPayout sent, long merchantId) => fields.Given(Fields.PaymentStatus) switch
    {
        "process" => InProcess(fields, sent, merchantId),
        null or "ok" or "success" => Accepted(fields, sent, merchantId),
        _ => fields.Report(Fields.PaymentStatus, FieldFault.Unreadable, (PayoutResult?)null),
    };

    private static PayoutAccepted Accepted(TypedFields fields, SentPayout sent, long merchantId)
    {
        RequireAbout(fields, sent, merchantId);
        return new PayoutAccepted(fields.PaymentId())
        {
            Reference = fields.Given(Fields.Reference),
            Balance = fields.Balance(),
            Amount = fields.Money(Fields.PaymentAmount),
            Date = fields.IsoDate(Fields.PaymentDate),
            CardMask = fields.Given(Fields.CardHash),
        };
    }

    private static PayoutInProcess InProcess(TypedFields fields, SentPayout sent, long merchantId)
    {
        RequireAbout(fields, sent, merchantId);
        return new PayoutInProcess(fields.PaymentId())
        {
            Balance = fields.Balance(),
            Amount = fields.Money(Fields.PaymentAmount),
            Date = fields.IsoDate(Fields.PaymentDate),
            CardMask = fields.Given(Fields.CardHash),
        };
    }

    private static PayoutResult Refused(TypedFields fields, SentPayout sent, long merchantId)
    {
        fields.RequireIfGiven(Fields.MerchantId, merchantId.ToString(CultureInfo.InvariantCulture));
        fields.RequireIfGiven(Fields.OrderId, sent.OrderId);
        var error = AnswerError.Read(fields);
        return error.IsSystemFault
            ? new PayoutOutcomeUnknown(UnknownReason.SystemFault) { Code = error.Code }
            : new PayoutRefused(error.Code, Masked(error.Text ?? "", sent.Card));
    }

    private static string Masked(string text, string? card) =>
        card is null ? text : text.Replace(card, CardNumber.Mask(card), StringComparison.Ordinal);

    // P-2: an error code, whichever, means that it did not succeed.
    private static void RequireAbout(TypedFields fields, SentPayout sent, long merchantId)
    {
        fields.RequireAbsent(Fields.ErrorCode);
        fields.Require(Fields.MerchantId, merchantId.ToString(CultureInfo.InvariantCulture));
        fields.Require(Fields.OrderId, sent.OrderId);
        if (sent.CardToken is { } token)
            fields.RequireIfGiven(Fields.CardToken, token, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>What an answer must be about: which call, which order, and to which card where the answer names it.</summary>
/// <param name="Operation">The call.</param>
/// <param name="OrderId">The merchant's own name for the payout.</param>
internal sealed record SentPayout(GatewayOperation Operation, string OrderId)
{
    /// <summary>The card number, which no text of the gateway's may show.</summary>
    public string? Card { get; init; }

    /// <summary>The token of the saved card.</summary>
    public string? CardToken { get; init; }

    /// <summary>Never with the card.</summary>
    public override string ToString() => $"{Operation.Path} under {OrderId}";
}
