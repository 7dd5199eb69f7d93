using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>
/// Reads the callbacks of saved cards (M-9) and believes those that are signed for this merchant, with its receive secret.
/// </summary>
/// <remarks>Needs no web framework. Bad input is a <see cref="CallbackProblem"/>, never an exception. Safe for parallel use.</remarks>
public sealed class SavedCardCallbackReader
{
    private readonly CallbackVerifier _trust;

    /// <summary>Creates a reader for the merchant of the client's options.</summary>
    /// <param name="options">Merchant and secrets, the receive secret among them.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Something is wrong with the options; all of it is
    /// named.</exception>
    /// <exception cref="InvalidOperationException">The options have no receive secret.</exception>
    public SavedCardCallbackReader(FreedomPayOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        FreedomPayOptionsCheck.Require(options);
        var secrets = CallbackSecrets.OfSavedCards(options.RequireReceiveSecret("Reading callbacks of saved cards"), options.PayoutSecret);
        _trust = new CallbackVerifier(options.MerchantId, secrets, options.CallbackScriptName);
    }

    /// <summary>Creates a reader for a program that makes no calls.</summary>
    /// <param name="merchantId">The merchant's number.</param>
    /// <param name="receiveSecret">The secret of payments and saved cards (S-9).</param>
    /// <param name="scriptName">How callbacks to an address that ends in a slash are signed (S-11).</param>
    /// <exception cref="ArgumentException">The number or the secret is none.</exception>
    public SavedCardCallbackReader(long merchantId, string receiveSecret, CallbackScriptName scriptName = CallbackScriptName.Empty)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(merchantId);
        ArgumentException.ThrowIfNullOrEmpty(receiveSecret);
        _trust = new CallbackVerifier(merchantId, CallbackSecrets.OfSavedCards(receiveSecret, payout: null), scriptName);
    }

    /// <summary>Reads a callback.</summary>
    /// <param name="url">The address as the gateway called it, absolute or a path; best as it was sent in <c>pg_post_link</c>
    /// (S-10).</param>
    /// <param name="contentType">The request's content type, with its parameters.</param>
    /// <param name="body">The whole body, at most 64 KB.</param>
    /// <returns>A <see cref="SavedCardCallback"/>, or a <see cref="CallbackProblem"/>.</returns>
    public CallbackReadResult Read(Uri url, string? contentType, ReadOnlyMemory<byte> body) => _trust.Read(url, contentType, body, Read);

    private static SavedCardCallback Read(TypedFields fields)
    {
        fields.Require(Fields.Status, "ok");
        fields.RequireAbsent(Fields.ErrorCode);
        return new SavedCardCallback(fields.PaymentId(), fields.Text(Fields.UserId), fields.Uuid(Fields.CardToken))
        {
            CardMask = fields.Given(Fields.CardHash),
            Salt = fields.Given(Fields.Salt) ?? "",
        };
    }
}

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
    /// <summary>
    /// The masked card number, such as <c>440564-XX-XXXX-6150</c>; <see langword="null"/> when the callback does not tell it.
    /// </summary>
    public string? CardMask { get; init; }

    /// <summary>The message's salt, different at each attempt; empty when it was sent empty.</summary>
    public string Salt { get; init; } = "";
}
