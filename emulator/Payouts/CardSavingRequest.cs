using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>A request for a page on which somebody types a card to be paid to later (M-9).</summary>
internal sealed record CardSavingRequest(string UserId, string PostLink, string BackLink)
{
    /// <summary>The trace it belongs to (W3C traceparent), if any.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Reads the fields, or says nothing when one is missing, repeated or malformed (E-7).</summary>
    public static CardSavingRequest? Read(Parameters fields, MerchantSecrets secrets) =>
        FieldValidation.Text(fields, Fields.UserId, 50) is { } userId
        && FieldValidation.IsUserId(userId)
        && new KeptAsSent(secrets, card: null) is var kept
        && kept.Allows(userId)
        && FieldValidation.Text(fields, Fields.PostLink, 255) is { } postLink
        && FieldValidation.IsWebAddress(postLink)
        && kept.Allows(postLink)
        && GetBackLink(fields, secrets) is { } backLink
        && FieldValidation.Text(fields, Fields.Salt, int.MaxValue) is not null
            ? new CardSavingRequest(userId, postLink.Trim(), backLink)
            : null;

    /// <summary>Where the recipient goes from the page.</summary>
    public static string? GetBackLink(Parameters fields, MerchantSecrets secrets) =>
        FieldValidation.Text(fields, Fields.BackLink, 255) is { } link && FieldValidation.IsWebAddress(link) && new KeptAsSent(secrets, card: null).Allows(link) ? link.Trim() : null;

    /// <summary>Never with what was sent.</summary>
    public override string ToString() => "card saving";
}
