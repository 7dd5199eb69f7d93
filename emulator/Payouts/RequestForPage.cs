using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>Reads a request for a page on which the recipient of a payout types the card (M-8).</summary>
internal static class RequestForPage
{
    private const string Frame = "frame";

    public static PayoutRequest? Read(Parameters fields, Merchant merchant)
    {
        if (PayoutRequest.Of(PayoutMethod.ByPage, fields, merchant.Secrets) is not { Description: not null, PostLink: not null } request
            || TimeLimit.Read(fields, merchant) is not { } limit
            || BackLinkOf(fields, merchant.Secrets) is not { } backLink
            || !FieldForm.IsAbsentOr(fields, Fields.PaymentRoute, text => string.Equals(text, Frame, StringComparison.Ordinal))
            || !FieldForm.IsAbsentOr(fields, Fields.UserEmail, text => FieldForm.IsAtMost(text, 255)))
        {
            return null;
        }

        var framed = FieldForm.Given(fields[Fields.PaymentRoute]) is not null;
        return request with { TimeLimit = limit, Page = new PageWish(backLink, framed) };
    }

    /// <summary>Where the recipient goes afterwards.</summary>
    public static string? BackLinkOf(Parameters fields, MerchantSecrets secrets) =>
        FieldForm.Text(fields, Fields.BackLink, 255) is { } link && FieldForm.IsWebAddress(link) && new KeptAsSent(secrets, card: null).Allows(link) ? link.Trim() : null;
}
