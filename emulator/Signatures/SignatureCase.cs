using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>A signed call as the doctor looks at it: what was called, what was sent, and the secrets the sandbox knows.</summary>
/// <param name="Url">The called path or address, with its query.</param>
/// <param name="Script">The script that is right for it (S-1).</param>
/// <param name="Kind">The secret that is right for it (S-9).</param>
/// <param name="Fields">The fields as they arrived.</param>
/// <param name="Secrets">The merchant's secrets.</param>
internal sealed record SignatureCase(string Url, string Script, SecretKind Kind, Parameters Fields, MerchantSecrets Secrets)
{
    /// <summary>The other merchants of the sandbox, one of whose secrets may have been taken by mistake.</summary>
    public IReadOnlyList<OtherMerchant> Others { get; init; } = [];

    /// <summary>The secret that is right.</summary>
    public string Secret => Secrets.For(Kind);

    /// <summary>Never with fields or secrets.</summary>
    public override string ToString() => $"a call signed with the {Kind.ToString().ToLowerInvariant()} secret";
}

/// <summary>A merchant whose call it is not, but whose secret may have signed it.</summary>
internal sealed record OtherMerchant(long Id, MerchantSecrets Secrets);
