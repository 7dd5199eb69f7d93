using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>Reads callbacks to a <c>pg_post_link</c> (section 4) and believes those that are signed for this merchant.</summary>
/// <remarks>Needs no web framework. Bad input is a <see cref="CallbackProblem"/>, never an exception. Safe for parallel use.</remarks>
public sealed class CallbackReader
{
    /// <summary>Most bytes of a callback.</summary>
    public const int MaxBytes = 64 * 1024;

    private readonly string _merchantId;
    private readonly string _payoutSecret;
    private readonly string? _receiveSecret;
    private readonly CallbackScriptName _scriptName;

    /// <summary>Creates a reader for the merchant of the client's options.</summary>
    /// <param name="options">Merchant and secrets.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Something is wrong with the options; all of it is named.</exception>
    public CallbackReader(FreedomPayOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        FreedomPayOptionsCheck.Require(options);
        _merchantId = options.MerchantId.ToString(CultureInfo.InvariantCulture);
        (_payoutSecret, _receiveSecret, _scriptName) = (options.PayoutSecret, options.ReceiveSecret, options.CallbackScriptName);
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
        _merchantId = merchantId.ToString(CultureInfo.InvariantCulture);
        (_payoutSecret, _scriptName) = (payoutSecret, scriptName);
    }

    /// <summary>Reads a callback.</summary>
    /// <param name="url">The address as the gateway called it, absolute or a path; best as it was sent in <c>pg_post_link</c> (S-10).</param>
    /// <param name="contentType">The request's content type, with its parameters.</param>
    /// <param name="body">The whole body, at most 64 KB.</param>
    /// <returns>A <see cref="Callback"/>, or a <see cref="CallbackProblem"/>.</returns>
    public CallbackReading Read(Uri url, string? contentType, ReadOnlyMemory<byte> body)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (body.Length > MaxBytes)
            return new CallbackProblem(CallbackProblemKind.TooLong, $"The callback is longer than {MaxBytes} bytes; the gateway sends less than one KB.");

        var reading = CallbackBody.Read(contentType, body.Span);
        return reading.IsWellFormed
            ? Check(url.OriginalString, reading.Parameters) ?? Read(reading.Parameters)
            : new CallbackProblem(CallbackProblemKind.NotAForm, $"The callback is no form. {reading.Problem} Check what stands between the gateway and this address.");
    }

    private CallbackProblem? Check(string url, Parameters fields)
    {
        if (fields.CountOf(Fields.Signature) == 0 || fields.CountOf(Fields.Salt) == 0)
            return new CallbackProblem(CallbackProblemKind.NotSigned, "The callback has no pg_sig or no pg_salt: it is not the gateway's (S-13).");
        if (fields.CountOf(Fields.MerchantId) == 1 && fields[Fields.MerchantId] != _merchantId)
            return new CallbackProblem(CallbackProblemKind.AnotherMerchant, "The callback is about another merchant. Check MerchantId, and that pg_post_link leads to the right service.");

        var script = ScriptName.OfCallback(url, _scriptName);
        return Signature.Verify(script, fields, _payoutSecret) ? null : CallbackDoctor.Explain(url, script, fields, _payoutSecret, _receiveSecret);
    }

    private CallbackReading Read(Parameters parameters)
    {
        var fields = new TypedFields(parameters);
        fields.Require(Fields.MerchantId, _merchantId);
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
        return fields.Problem is null ? callback : CallbackProblem.Of(fields.Problem);
    }

    private static CallbackStatus Status(TypedFields fields) => fields.Text(Fields.Status) switch
    {
        "ok" => CallbackStatus.Ok,
        "error" => CallbackStatus.Error,
        _ => fields.Report(Fields.Status, FieldFault.Unreadable, CallbackStatus.Error),
    };
}
