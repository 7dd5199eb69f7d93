using System.Globalization;
using System.Net;
using System.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>The fields of an answer that carries the right signature, or that is one of the few errors that carry none.</summary>
internal static class SignedAnswer
{
    private static readonly MessageLimits s_limits = MessageLimits.Default with { MaxLength = AnswerBody.MaxBytes };

    /// <exception cref="MalformedAnswerException">It is not the gateway's XML.</exception>
    /// <exception cref="AnswerSignatureException">The signature is wrong or missing.</exception>
    public static Parameters Read(string xml, GatewayOperation operation, string secret)
    {
        var fields = ReadFields(xml, operation);
        if (fields.GetCount(Fields.Signature) == 0)
            return MayBeUnsigned(fields, operation) ? fields : throw operation.WrongSignature("it has no pg_sig.");
        return Signature.Verify(operation.Script, fields, secret)
            ? fields
            : throw operation.WrongSignature("its pg_sig is wrong.");
    }

    /// <summary>The fields of an answer that came with HTTP 401, which says one thing only, and is not signed (E-4).</summary>
    /// <exception cref="MalformedAnswerException">It says anything else.</exception>
    public static Parameters ReadRefusal(string xml, GatewayOperation operation)
    {
        var fields = ReadFields(xml, operation);
        return MayBeUnsigned(fields, operation) && GetCode(fields) == GatewayError.InvalidSignature
            ? fields
            : throw operation.Malformed("HTTP 401 came with something else than error 1100; check BaseAddress, and for a proxy's page.");
    }

    private static Parameters ReadFields(string xml, GatewayOperation operation)
    {
        var reading = XmlMessage.Read(xml, Fields.Response, s_limits);
        return reading.IsWellFormed
            ? reading.Parameters
            : throw operation.Malformed($"{reading.Problem} Check BaseAddress, and whether the answer was cut short.");
    }

    private static bool MayBeUnsigned(Parameters fields, GatewayOperation operation) =>
        fields.GetCount(Fields.Status) == 1
        && fields.GetCount(Fields.ErrorCode) == 1
        && fields[Fields.Status] == "error"
        && GetCode(fields) is { } code
        && operation.UnsignedCodes.Contains(code);

    private static int? GetCode(Parameters fields) =>
        int.TryParse(fields[Fields.ErrorCode], NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
}

/// <summary>The number and the text of an error answer (E-1).</summary>
internal readonly record struct AnswerError(int Code, string? Text)
{
    private const int NoCode = 0;

    /// <summary>Whether the gateway says that it failed itself, so that nothing is known (E-12).</summary>
    public bool IsSystemFault => Code is NoCode or GatewayError.SystemFault;

    public static AnswerError Read(TypedFields fields) => new(
        fields.Code(Fields.ErrorCode) ?? fields.Report(Fields.ErrorCode, FieldFault.Missing, NoCode), fields.Given(Fields.ErrorDescription));
}

/// <summary>The text of an answer, read no further than an answer can be long.</summary>
internal static class AnswerBody
{
    public const int MaxBytes = 64 * 1024;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="MalformedAnswerException">It is too long, or not UTF-8.</exception>
    public static async Task<string> ReadAsync(HttpContent content, GatewayOperation operation, CancellationToken cancellation)
    {
        var body = new byte[MaxBytes + 1];
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellation);
        if (length > MaxBytes)
            throw operation.Malformed($"it is longer than {MaxBytes} bytes; check BaseAddress.");
        try
        {
            return s_strict.GetString(body.AsSpan(0, length));
        }
        catch (DecoderFallbackException)
        {
            throw operation.Malformed("it is not UTF-8; check BaseAddress.");
        }
    }
}

/// <summary>What must be true of an answer before its body is worth reading (T-7).</summary>
internal static class AnswerHead
{
    /// <exception cref="MalformedAnswerException">It is not HTTP 200 (or 401, where there is that) with plain XML from the address that was
    /// called.</exception>
    public static void Require(HttpResponseMessage response, Uri called, GatewayOperation operation)
    {
        if (response.StatusCode != HttpStatusCode.OK && !IsRefusal(response, operation))
            throw operation.Malformed(Unexpected((int)response.StatusCode));
        if (response.RequestMessage?.RequestUri is { } from && from != called)
            throw operation.Malformed("a redirect was followed; the primary handler must not allow that (AllowAutoRedirect).");
        if (response.Content.Headers.ContentEncoding.Any(encoding => !string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase)))
            throw operation.Malformed("it is compressed, which was not asked for; check for a proxy between here and the gateway.");
        if (!IsXml(response.Content))
            throw operation.Malformed("it is not XML in UTF-8 (application/xml); check BaseAddress, and for a proxy's page.");
    }

    /// <summary>Whether it says by its status alone that the call was signed wrongly (T-8).</summary>
    public static bool IsRefusal(HttpResponseMessage response, GatewayOperation operation) =>
        operation.MayAnswer401 && response.StatusCode == HttpStatusCode.Unauthorized;

    private static string Unexpected(int status) => status is >= 300 and < 400
        ? $"HTTP {status} is a redirect, which payouts do not follow; check BaseAddress."
        : $"HTTP {status} came where the gateway answers 200; check BaseAddress, and for a proxy's page.";

    private static bool IsXml(HttpContent content) =>
        content.Headers.ContentType is { MediaType: { } type, CharSet: var charset }
        && (type.Equals("application/xml", StringComparison.OrdinalIgnoreCase) || type.Equals("text/xml", StringComparison.OrdinalIgnoreCase))
        && (charset is null || charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
