using System.Globalization;
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
