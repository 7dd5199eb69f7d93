using System.Globalization;
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
