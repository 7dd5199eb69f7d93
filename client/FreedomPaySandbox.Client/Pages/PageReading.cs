using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>Reads what a verified answer says about a page (M-8, M-9, E-1). It names neither merchant nor order unless it wants to. Pure.</summary>
internal static class PageReading
{
    /// <param name="answer">The answer.</param>
    /// <param name="operation">The call.</param>
    /// <param name="about">What the answer must say where it says it.</param>
    /// <param name="merchantId">The merchant.</param>
    /// <exception cref="MalformedAnswerException">It contradicts itself, lacks a field, or is about another page.</exception>
    public static PageResult Read(Parameters answer, GatewayOperation operation, (string Field, string Value) about, long merchantId)
    {
        var fields = new TypedFields(answer);
        fields.RequireIfGiven(Fields.MerchantId, merchantId.ToString(CultureInfo.InvariantCulture));
        fields.RequireIfGiven(about.Field, about.Value);
        var result = fields.Text(Fields.Status) switch
        {
            "ok" => Opened(fields),
            "error" => Refused(fields),
            _ => fields.Report(Fields.Status, FieldFault.Unreadable, (PageResult?)null),
        };
        return fields.Problem is null ? result! : throw operation.Malformed(fields.Problem.ToString());
    }

    private static PageOpened Opened(TypedFields fields)
    {
        fields.RequireAbsent(Fields.ErrorCode);
        return new PageOpened(fields.PaymentId(), fields.WebAddress(Fields.RedirectUrl));
    }

    private static PageResult Refused(TypedFields fields)
    {
        var error = AnswerError.Read(fields);
        return error.IsSystemFault
            ? new PageOutcomeUnknown(UnknownReason.SystemFault) { Code = error.Code }
            : new PageRefused(error.Code, error.Text ?? "");
    }
}
