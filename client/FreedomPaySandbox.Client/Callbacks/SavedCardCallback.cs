namespace FreedomPaySandbox.Client;

/// <summary>The gateway tells that somebody saved a card for later payouts (M-9), under a signature that was found right.</summary>
/// <remarks>
/// It comes at least once: the same token may come again, with another salt. Store it before answering, under user id and token. The
/// protocol signs values in the order of their names, not the names: use https.
/// </remarks>
/// <param name="PaymentId">The gateway's number of the saving, as <see cref="PageOpened.PaymentId"/> told it.</param>
/// <param name="UserId">Whose card it is, in the merchant's own words. Compare it with whom that page was opened for.</param>
/// <param name="CardToken">What a <see cref="TokenPayout"/> pays to: a UUID.</param>
public sealed record SavedCardCallback(long PaymentId, string UserId, string CardToken) : CallbackReadResult
{
    /// <summary>The masked card number, such as <c>440564-XX-XXXX-6150</c>; <see langword="null"/> when the callback does not tell it.</summary>
    public string? CardMask { get; init; }

    /// <summary>The message's salt, different at each attempt; empty when it was sent empty.</summary>
    public string Salt { get; init; } = "";
}
