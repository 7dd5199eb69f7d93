using System.Diagnostics.CodeAnalysis;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>A whole XML request in one field (T-4).</summary>
internal sealed record SignXml(SignCarrier Carrier, Parameters Fields) : SignBody(Fields)
{
    public override bool IsQuery => Carrier == SignCarrier.Query;

    /// <summary>Opens the XML that a body carries.</summary>
    public static bool TryOpen(SignPairs carrying, [NotNullWhen(true)] out SignXml? body, [NotNullWhen(false)] out string? problem)
    {
        body = null;
        problem = null;
        if (carrying.Fields.Count > 1 || carrying.Fields[Protocol.Fields.Xml] is not { } xml)
        {
            problem = $"{Protocol.Fields.Xml} holds all fields of a call; nothing may stand beside it.";
            return false;
        }

        var reading = XmlMessage.Read(xml, Protocol.Fields.Request);
        if (reading.IsWellFormed)
            body = new SignXml(carrying.Carrier, reading.Parameters);
        problem = reading.Problem;
        return body is not null;
    }

    public override IEnumerable<string> CurlOptions(IReadOnlyList<SignField> added)
    {
        var signed = new Parameters(Fields.Where(field => !string.Equals(field.Name, Protocol.Fields.Signature, StringComparison.Ordinal)));
        foreach (var field in added)
            signed.Add(field.Path, field.Value);
        var xml = XmlMessage.Write(Protocol.Fields.Request, signed).TrimEnd('\n');
        var carrying = new SignField(Protocol.Fields.Xml, xml);
        return [HasLines(signed) ? Carrier.CurlOption(carrying) : Carrier.CurlOptionOfLines(carrying)];
    }

    private static bool HasLines(Parameters fields) =>
        fields.Any(field => field.Children is { } children ? HasLines(children) : field.Value.Contains('\n', StringComparison.Ordinal));
}
