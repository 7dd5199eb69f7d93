using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>Reads callbacks to a <c>pg_post_link</c> (section 4) and believes those that are signed for this merchant.</summary>
/// <remarks>Needs no web framework. Bad input is a <see cref="CallbackProblem"/>, never an exception. Safe for parallel use.</remarks>
public sealed class CallbackReader
{
    /// <summary>Most bytes of a callback.</summary>
    public const int MaxBytes = 64 * 1024;

    private readonly CallbackVerifier _trust;

    /// <summary>Creates a reader for the merchant of the client's options.</summary>
    /// <param name="options">Merchant and secrets.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Something is wrong with the options; all of it is
    /// named.</exception>
    public CallbackReader(FreedomPayOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        FreedomPayOptionsCheck.Require(options);
        var secrets = CallbackSecrets.OfPayouts(options.PayoutSecret, options.ReceiveSecret);
        _trust = new CallbackVerifier(options.MerchantId, secrets, options.CallbackScriptName);
    }

    /// <summary>Creates a reader for a program that makes no calls.</summary>
    /// <param name="merchantId">The merchant's number.</param>
    /// <param name="payoutSecret">The secret of payouts and their callbacks (S-9).</param>
    /// <param name="scriptName">How callbacks to an address that ends in a slash are signed (S-11).</param>
    /// <exception cref="ArgumentException">The number or the secret is none.</exception>
    public CallbackReader(long merchantId, string payoutSecret, CallbackScriptName scriptName = CallbackScriptName.Empty)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(merchantId);
        ArgumentException.ThrowIfNullOrEmpty(payoutSecret);
        _trust = new CallbackVerifier(merchantId, CallbackSecrets.OfPayouts(payoutSecret, receive: null), scriptName);
    }

    /// <summary>Reads a callback.</summary>
    /// <param name="url">The address as the gateway called it, absolute or a path; best as it was sent in <c>pg_post_link</c>
    /// (S-10).</param>
    /// <param name="contentType">The request's content type, with its parameters.</param>
    /// <param name="body">The whole body, at most 64 KB.</param>
    /// <returns>A <see cref="Callback"/>, or a <see cref="CallbackProblem"/>.</returns>
    public CallbackReadResult Read(Uri url, string? contentType, ReadOnlyMemory<byte> body) => _trust.Read(url, contentType, body, Read);

    private static Callback Read(TypedFields fields)
    {
        var callback = new Callback(fields.PaymentId(), fields.Text(Fields.OrderId), Status(fields))
        {
            Amount = fields.Money(Fields.PaymentAmount),
            ToPay = fields.Money(Fields.ToPay),
            Balance = fields.Balance(),
            CardMask = fields.Given(Fields.CardHash),
            Date = fields.LocalDate(Fields.PaymentDate),
            ErrorCode = fields.Code(Fields.ErrorCode),
            ErrorDescription = fields.Given(Fields.ErrorDescription),
            Salt = fields.Given(Fields.Salt) ?? "",
        };

        // P-2: an error code, whichever, means that it did not succeed.
        if (callback.Status == CallbackStatus.Ok)
            fields.RequireAbsent(Fields.ErrorCode);
        return callback;
    }

    private static CallbackStatus Status(TypedFields fields) => fields.Text(Fields.Status) switch
    {
        "ok" => CallbackStatus.Ok,
        "error" => CallbackStatus.Error,
        _ => fields.Report(Fields.Status, FieldFault.Unreadable, CallbackStatus.Error),
    };
}
