using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>The fields of a call to be signed, in the encoding that carries them.</summary>
internal abstract record SignBody(Parameters Fields)
{
    /// <summary>Whether the body travels in the query of a GET.</summary>
    public virtual bool IsQuery => false;

    /// <summary>
    /// The curl options that send the body, without the signature it had and with the fields <paramref name="added"/>; one a line.
    /// </summary>
    public abstract IEnumerable<string> CurlOptions(IReadOnlyList<SignField> added);
}

/// <summary>A field as it was typed: its name with any brackets, and its decoded text.</summary>
internal readonly record struct SignField(string Path, string Value)
{
    /// <summary>Reads <c>name=value</c>; the name must not be empty.</summary>
    public static bool TryRead(string text, out SignField field)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        field = equals > 0 ? new SignField(text[..equals], text[(equals + 1)..]) : default;
        return equals > 0;
    }

    /// <summary>Whether the field is <paramref name="name"/>, or stands below it.</summary>
    public bool Is(string name) =>
        string.Equals(Path, name, StringComparison.Ordinal)
        || (Path.EndsWith(']') && Path.StartsWith(name, StringComparison.Ordinal) && Path[name.Length] == '[');
}

/// <summary>A body of single fields. They keep their order and their names as typed.</summary>
internal sealed record SignPairs(SignCarrier Carrier, IReadOnlyList<SignField> Pairs, Parameters Fields) : SignBody(Fields)
{
    public override bool IsQuery => Carrier == SignCarrier.Query;

    /// <summary>Reads an encoded form or query.</summary>
    public static bool TryDecode(SignCarrier carrier, string form, [NotNullWhen(true)] out SignPairs? body, [NotNullWhen(false)] out string? problem)
    {
        body = null;
        problem = FormMessage.Read(Encoding.UTF8.GetBytes(form)).Problem;
        if (problem is not null)
            return false;

        var pairs = form.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2));
        return TryCollect(carrier, [.. pairs.Select(pair => new SignField(WebUtility.UrlDecode(pair[0]), WebUtility.UrlDecode(pair.ElementAtOrDefault(1)) ?? ""))], out body, out problem);
    }

    /// <summary>Collects decoded fields.</summary>
    public static bool TryCollect(
        SignCarrier carrier, IReadOnlyList<SignField> pairs, [NotNullWhen(true)] out SignPairs? body, [NotNullWhen(false)] out string? problem)
    {
        var collector = new FieldCollector(MessageLimits.Default);
        foreach (var pair in pairs)
        {
            if (pair.Path.Length == 0)
                collector.Refuse("A field has no name.");
            if (collector.Problem is not null || !collector.Add(pair.Path, pair.Value))
                break;
        }

        problem = collector.Problem;
        body = collector.Reading.Parameters is { } fields ? new SignPairs(carrier, pairs, fields) : null;
        return body is not null;
    }

    public override IEnumerable<string> CurlOptions(IReadOnlyList<SignField> added) =>
        Pairs.Where(pair => !pair.Is(Protocol.Fields.Signature)).Concat(added).Select(field => Carrier.CurlOption(field));
}

/// <summary>A JSON body (T-5). It keeps its nesting, and its numbers keep their digits.</summary>
internal sealed record SignJson(string Json, Parameters Fields) : SignBody(Fields)
{
    private static readonly JsonWriterOptions s_readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static bool TryRead(string json, [NotNullWhen(true)] out SignJson? body, [NotNullWhen(false)] out string? problem)
    {
        var reading = JsonMessage.Read(Encoding.UTF8.GetBytes(json));
        body = reading.IsWellFormed ? new SignJson(json, reading.Parameters) : null;
        problem = reading.Problem;
        return body is not null;
    }

    public override IEnumerable<string> CurlOptions(IReadOnlyList<SignField> added) =>
        ["-H 'Content-Type: application/json'", $"-d {ShellWords.QuoteLines(Write(added))}"];

    private string Write(IReadOnlyList<SignField> added)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var document = JsonDocument.Parse(Json))
        using (var writer = new Utf8JsonWriter(buffer, s_readable))
        {
            writer.WriteStartObject();
            WriteMembers(writer, document.RootElement);
            foreach (var field in added)
                writer.WriteString(field.Path, field.Value);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteValue(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                WriteMembers(writer, value);
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    WriteValue(writer, item);
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    // A nested member counts as one of the outermost level, so a signature is one wherever it stands.
    private static void WriteMembers(Utf8JsonWriter writer, JsonElement json)
    {
        foreach (var member in json.EnumerateObject().Where(member => !member.NameEquals(Protocol.Fields.Signature)))
        {
            writer.WritePropertyName(member.Name);
            WriteValue(writer, member.Value);
        }
    }
}

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

/// <summary>How single fields travel: as a form (T-2), in the query (T-3) or as multipart (T-1).</summary>
internal enum SignCarrier
{
    Form,
    Query,
    Multipart,
}

/// <summary>Writes a field as the curl option that sends it unchanged.</summary>
internal static class SignCarriers
{
    public static string CurlOption(this SignCarrier carrier, SignField field) => carrier.CurlOption(field, ShellWords.Quote);

    /// <summary>The same of a field whose value has lines of our own making.</summary>
    public static string CurlOptionOfLines(this SignCarrier carrier, SignField field) => carrier.CurlOption(field, ShellWords.QuoteLines);

    private static string CurlOption(this SignCarrier carrier, SignField field, Func<string, string> quote)
    {
        if (carrier != SignCarrier.Multipart)
            return $"--data-urlencode {quote($"{EncodeName(field.Path)}={field.Value}")}";

        var option = IsSentAsItIs(field.Value) ? "-F" : "--form-string";
        return $"{option} {quote($"{field.Path}={field.Value}")}";
    }

    // --data-urlencode encodes what follows the first equals sign, and nothing before it.
    private static string EncodeName(string path) => WebUtility.UrlEncode(path)
        .Replace("%5B", "[", StringComparison.Ordinal)
        .Replace("%5D", "]", StringComparison.Ordinal);

    private static bool IsSentAsItIs(string value) =>
        value is not ['@' or '<' or '"' or '(', ..]
        && !value.Contains(';', StringComparison.Ordinal)
        && value.Length == value.Trim().Length;
}
