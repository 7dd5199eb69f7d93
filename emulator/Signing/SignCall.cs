using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>A call to be signed: where it goes, what it carries, and what else its curl line said.</summary>
internal sealed record SignCall(string Url, SignBody Body, IReadOnlyList<string> Kept)
{
    public string Script => ScriptName.FromUrl(Url);

    /// <summary>Whether the address has a query that is no field: a POST has its fields in the body, and merchants' addresses may have one (S-12).</summary>
    public bool HasUnsignedQuery => !Body.IsQuery && Url.Contains('?', StringComparison.Ordinal);
}
