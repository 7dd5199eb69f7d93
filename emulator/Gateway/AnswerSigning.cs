using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>What an answer is signed with: the script and secret of its request, and a salt.</summary>
internal readonly record struct AnswerSigning(string Script, string Secret, string Salt)
{
    public static AnswerSigning From(SignedRequest request, string salt) => From(request.Script, request.Merchant, request.Operation, salt);

    public static AnswerSigning From(string script, Merchant merchant, GatewayOperation operation, string salt) =>
        new(script, merchant.Secrets.For(operation.Secret), salt);

    /// <summary>Appends salt and signature.</summary>
    public void Sign(Parameters fields)
    {
        fields.Add(Fields.Salt, Salt);
        fields.Add(Fields.Signature, Signature.Compute(Script, fields, Secret));
    }

    /// <summary>Appends salt, signature and a field that stands behind the signature and is signed all the same.</summary>
    public void Sign(Parameters fields, Parameter trailing)
    {
        fields.Add(Fields.Salt, Salt);
        fields.Add(trailing);
        fields.Insert(fields.Count - 1, new Parameter(Fields.Signature, Signature.Compute(Script, fields, Secret)));
    }

    public override string ToString() => $"signed as {Script}";
}
