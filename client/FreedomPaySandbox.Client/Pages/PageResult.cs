using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>
/// What asking for a page came to, on which somebody types a card: <see cref="PageOpened"/>, <see cref="PageRefused"/>, or
/// <see cref="PageOutcomeUnknown"/>.
/// </summary>
public abstract record PageResult
{
    private protected PageResult()
    {
    }
}

/// <summary>
/// There is a page (M-8, M-9). Send the recipient's browser there; how it ends, the callback tells. That the browser comes to the back
/// link proves nothing.
/// </summary>
/// <param name="PaymentId">The gateway's number of the payout, or of the saving of the card.</param>
/// <param name="RedirectUrl">The page's address. Anybody who has it can type a card there: send it to the recipient only, and do not log
/// it.</param>
public sealed record PageOpened(long PaymentId, Uri RedirectUrl) : PageResult
{
    /// <summary>The number, and not the address.</summary>
    public override string ToString() => $"page of payment {PaymentId}";
}

/// <summary>There is no page: the call was refused.</summary>
/// <remarks>
/// <see cref="GatewayError.DuplicateOrder"/> (9991) says that the order id was used before. After a lost answer it was probably used by
/// this very payout: ask <see cref="PayoutClient.ResolveAsync"/> what became of it.
/// </remarks>
/// <param name="Code">The number of the gateway's error, see <see cref="GatewayError"/>.</param>
/// <param name="Text">The gateway's text, which may be empty. For people of the merchant, not for recipients.</param>
public sealed record PageRefused(int Code, string Text) : PageResult;

/// <summary>
/// There may be a page or not, and its address is lost in any case. Of a payout, ask <see cref="PayoutClient.ResolveAsync"/> before
/// anything else: <see cref="PayoutNotMade"/> says that the page may be asked for again under the same order id;
/// <see cref="PayoutInProcess"/> that there is one which nobody was sent to, so that it fails with <see cref="GatewayError.TimeIsUp"/>
/// (10018) when its time limit is past. A card to be saved moves no money: just ask for another page.
/// </summary>
/// <param name="Reason">What happened.</param>
public sealed record PageOutcomeUnknown(UnknownReason Reason) : PageResult
{
    /// <summary>The HTTP status, with <see cref="UnknownReason.HttpError"/>.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The number of the gateway's error, with <see cref="UnknownReason.SystemFault"/>.</summary>
    public int? Code { get; init; }
}

/// <summary>
/// Reads what a verified answer says about a page (M-8, M-9, E-1). It names neither merchant nor order unless it wants to. Pure.
/// </summary>
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
