using System.Globalization;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>Reads a request for a payout to a saved card (M-7). Whose card the token is, the store knows.</summary>
internal static class RequestToToken
{
    public static PayoutRequest? Read(Parameters fields, Merchant merchant)
    {
        if (PayoutRequest.Create(PayoutMethod.ToToken, fields, merchant.Secrets)
                is not { Description: not null, PostLink: not null, UserId: not null } request
            || TimeLimit.Read(fields, merchant) is not { } limit
            || GetToken(fields) is not { } token)
        {
            return null;
        }

        return request with { CardToken = token, TimeLimit = limit };
    }

    /// <summary>The token under its name or its older one; nothing when there is none, or two that differ.</summary>
    public static string? GetToken(Parameters fields)
    {
        if (fields.GetCount(Fields.CardTokenTo) > 1 || fields.GetCount(Fields.CardIdTo) > 1)
            return null;
        var (token, older) = (FieldValidation.Given(fields[Fields.CardTokenTo]), FieldValidation.Given(fields[Fields.CardIdTo]));
        return (token is null || older is null || string.Equals(token, older, StringComparison.Ordinal))
            && Guid.TryParseExact(token ?? older, "D", out var id)
                ? id.ToString("D", CultureInfo.InvariantCulture)
                : null;
    }
}
