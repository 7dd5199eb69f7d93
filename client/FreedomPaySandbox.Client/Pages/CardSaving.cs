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
