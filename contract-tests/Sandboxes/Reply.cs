using System.Text;
using System.Xml.Linq;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Sandboxes;

/// <summary>What came back over the wire, and its fields read without the product's own reader.</summary>
internal sealed record Reply(int Status, string? ContentType, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Empty when the body is not the gateway's XML.</summary>
    public Parameters Fields => ContentType == "application/xml" ? Read(XDocument.Parse(Text, LoadOptions.PreserveWhitespace).Root!) : [];

    public string? this[string field] => Fields[field];

    /// <summary>The error code, or the status of an accepted payout, or the HTTP status of what was no message at all.</summary>
    public string Outcome => this["pg_error_code"] ?? this["pg_status"] ?? $"HTTP {Status}";

    public bool IsSigned => Fields.GetCount("pg_sig") == 1;

    public bool IsSignedWith(string secret, string script = "p2p2nonreg") =>
        this["pg_salt"] is not null && this["pg_sig"] == IndependentDigest.Compute(script, Fields, secret);

    private static Parameters Read(XElement element) => new(element.Elements().Select(child => child.HasElements
        ? new Parameter(child.Name.LocalName, Read(child))
        : new Parameter(child.Name.LocalName, child.Value)));
}
