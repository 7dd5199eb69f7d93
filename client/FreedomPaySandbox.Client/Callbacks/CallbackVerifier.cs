using System.Globalization;
using System.Net.Http.Headers;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>What every callback must pass before it is read: its length, its form, its signature, its merchant.</summary>
internal sealed class CallbackVerifier(long merchantId, CallbackSecrets secrets, CallbackScriptName scriptName)
{
    private readonly string _merchantId = merchantId.ToString(CultureInfo.InvariantCulture);

    /// <param name="url">The address as the gateway called it.</param>
    /// <param name="contentType">The request's content type.</param>
    /// <param name="body">The whole body.</param>
    /// <param name="read">Reads the fields of one that is believed, and reports what is wrong with them.</param>
    public CallbackReadResult Read(Uri url, string? contentType, ReadOnlyMemory<byte> body, Func<TypedFields, CallbackReadResult> read)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (body.Length > CallbackReader.MaxBytes)
            return new CallbackProblem(CallbackProblemKind.TooLong, $"The callback is longer than {CallbackReader.MaxBytes} bytes; the gateway sends less than one KB.");

        var reading = CallbackBody.Read(contentType, body.Span);
        return reading.IsWellFormed
            ? Check(url.OriginalString, reading.Parameters) ?? Read(reading.Parameters, read)
            : new CallbackProblem(CallbackProblemKind.NotAForm, $"The callback is no form. {reading.Problem} Check what stands between the gateway and this address.");
    }

    private CallbackProblem? Check(string url, Parameters fields)
    {
        if (fields.GetCount(Fields.Signature) == 0 || fields.GetCount(Fields.Salt) == 0)
            return new CallbackProblem(CallbackProblemKind.NotSigned, "The callback has no pg_sig or no pg_salt: it is not the gateway's (S-13).");
        if (fields.GetCount(Fields.MerchantId) == 1 && fields[Fields.MerchantId] != _merchantId)
            return new CallbackProblem(CallbackProblemKind.AnotherMerchant, "The callback is about another merchant. Check MerchantId, and that pg_post_link leads to the right service.");

        var script = ScriptName.ForCallback(url, scriptName);
        return Signature.Verify(script, fields, secrets.Right) ? null : CallbackDoctor.Explain(url, script, fields, secrets);
    }

    private CallbackReadResult Read(Parameters parameters, Func<TypedFields, CallbackReadResult> read)
    {
        var fields = new TypedFields(parameters);
        fields.Require(Fields.MerchantId, _merchantId);
        var callback = read(fields);
        return fields.Problem is null ? callback : CallbackProblem.From(fields.Problem, secrets.Kind);
    }
}

/// <summary>The secret that signs a kind of callbacks (S-9), and the one that it may have been mistaken for.</summary>
/// <param name="Right">What signs them.</param>
/// <param name="RightName">What it is called.</param>
/// <param name="Other">The merchant's other secret, where it is known.</param>
/// <param name="OtherName">What that is called.</param>
/// <param name="Kind">What the callbacks are about, in the plural.</param>
internal sealed record CallbackSecrets(string Right, string RightName, string? Other, string OtherName, string Kind)
{
    public static CallbackSecrets OfPayouts(string payout, string? receive) => new(payout, "payout secret", receive, "receive secret", "payouts");

    public static CallbackSecrets OfSavedCards(string receive, string? payout) => new(receive, "receive secret", payout, "payout secret", "saved cards");

    /// <summary>Never the secrets.</summary>
    public override string ToString() => $"the {RightName}, for {Kind}";
}

/// <summary>A callback's body as fields, in any of the ways it may be sent: form, multipart form, or XML in <c>pg_xml</c>.</summary>
internal static class CallbackBody
{
    private static readonly MessageLimits s_limits = MessageLimits.Default with { MaxLength = CallbackReader.MaxBytes };

    public static MessageReadResult Read(string? contentType, ReadOnlySpan<byte> body)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
            return MessageReadResult.Malformed("It has no content type.");
        if (type.CharSet is { } charset && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return MessageReadResult.Malformed("It is not in UTF-8.");

        var reading = type.MediaType?.ToLowerInvariant() switch
        {
            "application/x-www-form-urlencoded" => FormMessage.Read(body, s_limits),
            "multipart/form-data" => MultipartMessage.Read(body, Boundary(type), s_limits),
            _ => MessageReadResult.Malformed("Its content type is not that of a form."),
        };
        return reading.Parameters?[Fields.Xml] is { } xml ? XmlMessage.Read(xml, Fields.Request, s_limits) : reading;
    }

    private static string Boundary(MediaTypeHeaderValue type) =>
        type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"') ?? "";
}
