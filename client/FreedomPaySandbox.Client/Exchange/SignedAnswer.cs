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
        var reading = XmlMessage.Read(xml, Fields.Response, s_limits);
        if (!reading.IsWellFormed)
            throw operation.Malformed($"{reading.Problem} Check BaseAddress, and whether the answer was cut short.");

        var fields = reading.Parameters;
        if (fields.CountOf(Fields.Signature) == 0)
            return MayBeUnsigned(fields, operation) ? fields : throw operation.WrongSignature("it has no pg_sig.");
        return Signature.Verify(operation.Script, fields, secret)
            ? fields
            : throw operation.WrongSignature("its pg_sig is wrong.");
    }

    private static bool MayBeUnsigned(Parameters fields, GatewayOperation operation) =>
        fields.CountOf(Fields.Status) == 1
        && fields.CountOf(Fields.ErrorCode) == 1
        && fields[Fields.Status] == "error"
        && int.TryParse(fields[Fields.ErrorCode], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
        && operation.UnsignedCodes.Contains(code);
}
