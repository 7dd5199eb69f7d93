using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>Reads what a verified answer says about the status of a payout (M-3, M-5, M-6, E-6). Pure.</summary>
internal static class StatusReading
{
    /// <exception cref="MalformedAnswerException">It contradicts itself, lacks a field, or is about another payout.</exception>
    public static PayoutStatus Read(Parameters answer, StatusInquiry inquiry, long merchantId)
    {
        var fields = new TypedFields(answer);
        var status = fields.Text(Fields.Status) switch
        {
            "ok" => Known(fields, inquiry, merchantId),
            "error" => Refused(fields),
            _ => fields.Report(Fields.Status, FieldFault.Unreadable, (PayoutStatus?)null),
        };
        return fields.Problem is null ? status! : throw inquiry.Operation.Malformed(fields.Problem.ToString());
    }

    private static PayoutStatus? Known(TypedFields fields, StatusInquiry inquiry, long merchantId)
    {
        fields.RequireAbsent(Fields.ErrorCode);
        return inquiry.Operation == GatewayOperation.OrderStatus ? OfOrder(fields, inquiry, merchantId) : OfPayout(fields, inquiry, merchantId);
    }

    private static PayoutStatus? OfPayout(TypedFields fields, StatusInquiry inquiry, long merchantId)
    {
        fields.Require(Fields.MerchantId, Text(merchantId));
        if (inquiry.PaymentId is { } asked)
            fields.Require(Fields.PaymentId, Text(asked));
        if (inquiry.OrderId is { } name)
            fields.Require(Fields.OrderId, name);
        var (payment, order, amount) = (fields.PaymentId(), fields.Text(Fields.OrderId), fields.Money(Fields.Amount));
        return fields.Text(Fields.PaymentStatus) switch
        {
            "success" => new PayoutStatusSuccess(payment, order) { Amount = amount, NetAmount = fields.Money(Fields.NetAmount) },
            "process" => new PayoutStatusProcess(payment, order) { Amount = amount },
            "error" => Failed(fields, payment, order) with { Amount = amount },
            _ => fields.Report(Fields.PaymentStatus, FieldFault.Unreadable, (PayoutStatus?)null),
        };
    }

    // M-6: this answer has other words for the same, and names neither merchant nor order unless it wants to.
    private static PayoutStatus? OfOrder(TypedFields fields, StatusInquiry inquiry, long merchantId)
    {
        fields.RequireIfGiven(Fields.MerchantId, Text(merchantId));
        fields.RequireIfGiven(Fields.OrderId, inquiry.OrderId!);
        var (payment, order, created) = (fields.PaymentId(), inquiry.OrderId!, fields.LocalDate(Fields.CreateDate));
        return fields.Text(Fields.TransactionStatus) switch
        {
            "ok" => new PayoutStatusSuccess(payment, order) { Created = created },
            "pending" => new PayoutStatusProcess(payment, order) { Created = created },
            "partial" => new PayoutStatusProcess(payment, order) { Created = created, WaitsForRecipient = true },
            "failed" => Failed(fields, payment, order) with { Created = created },
            _ => fields.Report(Fields.TransactionStatus, FieldFault.Unreadable, (PayoutStatus?)null),
        };
    }

    private static PayoutStatusError Failed(TypedFields fields, long payment, string order) => new(payment, order)
    {
        FailureCode = fields.Code(Fields.FailureCode),
        FailureText = fields.Given(Fields.FailureDescription),
    };

    private static PayoutStatus Refused(TypedFields fields)
    {
        var error = AnswerError.Read(fields);
        if (error.Code == GatewayError.PaymentNotFound)
            return new PayoutNotFound();
        return new PayoutStatusUnknown(error.IsSystemFault ? UnknownReason.SystemFault : UnknownReason.InquiryRefused)
        {
            Code = error.Code,
            Text = error.Text,
        };
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Which payout is asked for, and how: by the merchant's own name, by the gateway's number, or by both.</summary>
internal sealed record StatusInquiry(GatewayOperation Operation, string? OrderId, long? PaymentId = null)
{
    public Parameters Message(long merchantId) => new MessageFields(merchantId)
        .And(Fields.PaymentId, PaymentId)
        .And(Fields.OrderId, OrderId)
        .All;
}

/// <summary>What a status says about a payout whose outcome was unknown. Pure.</summary>
internal static class Resolution
{
    public static PayoutResult From(PayoutStatus status) => status switch
    {
        PayoutStatusSuccess made => new PayoutAccepted(made.PaymentId) { Amount = made.Amount },
        PayoutStatusProcess open => new PayoutInProcess(open.PaymentId) { Amount = open.Amount },
        PayoutStatusError failed => new PayoutRefused(failed.FailureCode ?? GatewayError.UnknownFault, failed.FailureText ?? ""),
        PayoutNotFound => new PayoutNotMade(),
        PayoutStatusUnknown unknown => new PayoutOutcomeUnknown(unknown.Reason) { HttpStatus = unknown.HttpStatus, Code = unknown.Code },
        _ => throw new InvalidOperationException("A status that nobody resolves."),
    };
}
