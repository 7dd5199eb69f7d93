using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>Reads a request for a page on which the recipient of a payout types the card (M-8).</summary>
internal static class RequestForPage
{
    private const string Frame = "frame";

    public static PayoutRequest? Read(Parameters fields, Merchant merchant)
    {
        if (PayoutRequest.Create(PayoutMethod.ByPage, fields, merchant.Secrets) is not { Description: not null, PostLink: not null } request
            || TimeLimit.Read(fields, merchant) is not { } limit
            || GetBackLink(fields, merchant.Secrets) is not { } backLink
            || !FieldValidation.IsAbsentOr(fields, Fields.PaymentRoute, text => string.Equals(text, Frame, StringComparison.Ordinal))
            || !FieldValidation.IsAbsentOr(fields, Fields.UserEmail, text => FieldValidation.IsAtMost(text, 255)))
        {
            return null;
        }

        var framed = FieldValidation.Given(fields[Fields.PaymentRoute]) is not null;
        return request with { TimeLimit = limit, Page = new HostedPageOptions(backLink, framed) };
    }

    /// <summary>Where the recipient goes afterwards.</summary>
    public static string? GetBackLink(Parameters fields, MerchantSecrets secrets) =>
        FieldValidation.Text(fields, Fields.BackLink, 255) is { } link && FieldValidation.IsWebAddress(link) && new KeptAsSent(secrets, card: null).Allows(link) ? link.Trim() : null;
}
