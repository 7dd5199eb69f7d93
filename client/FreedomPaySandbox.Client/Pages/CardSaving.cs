using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>
/// A card to be saved for later payouts: its holder types it on a page of the gateway's (M-9). Source: freedompay.money,
/// <c>POST /v1/merchant/{id}/cardstoragepayout/add</c>.
/// </summary>
public sealed record CardSaving
{
    /// <summary>Whose card it is, in the merchant's own words: 1–50 Latin letters, digits, <c>_</c> and <c>-</c>.</summary>
    public required string UserId { get; init; }

    /// <summary>Where the <see cref="SavedCardCallback"/> goes: an absolute http(s) address of at most 255 characters.</summary>
    public required string PostLink { get; init; }

    /// <summary>Where the page sends the holder afterwards: an absolute http(s) address of at most 255 characters.</summary>
    public required string BackLink { get; init; }
}

/// <summary>Holds a card to be saved to the documented forms (M-9) before it is sent.</summary>
internal static class CardSavingCheck
{
    /// <exception cref="ArgumentException">All that is wrong, without any value.</exception>
    public static void Require(CardSaving saving) => FieldForms.Require(Problems(saving), "request to save a card", nameof(saving));

    private static IEnumerable<string> Problems(CardSaving saving) =>
    [
        .. FieldForms.UserId(saving.UserId),
        .. FieldForms.Link(nameof(saving.PostLink), saving.PostLink),
        .. FieldForms.Link(nameof(saving.BackLink), saving.BackLink),
    ];
}

/// <summary>The fields of a card to be saved (M-9), before salt and signature.</summary>
internal static class CardSavingMessage
{
    public static Parameters Build(CardSaving saving, long merchantId) => new MessageFields(merchantId)
        .And(Fields.UserId, saving.UserId)
        .And(Fields.PostLink, saving.PostLink)
        .And(Fields.BackLink, saving.BackLink)
        .All;
}
