using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>The fields of a call to be signed, in the encoding that carries them.</summary>
internal abstract record SignBody(Parameters Fields)
{
    /// <summary>Whether the body travels in the query of a GET.</summary>
    public virtual bool IsQuery => false;

    /// <summary>The curl options that send the body, without the signature it had and with the fields <paramref name="added"/>; one a line.</summary>
    public abstract IEnumerable<string> CurlOptions(IReadOnlyList<SignField> added);
}
