using System.Buffers;
using System.Text;
using System.Xml;

namespace FreedomPaySandbox.Protocol;

/// <summary>A message as XML: prolog, root, one element a line (T-7), which clients that parse with regular expressions rely on.</summary>
public static class XmlMessage
{
    private const string Prolog = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    private const string Indent = "    ";

    private static readonly SearchValues<char> s_usual = SearchValues.Create("abcdefghijklmnopqrstuvwxyz_");

    [ThreadStatic]
    private static StringBuilder? t_builder;

    /// <summary>Writes a message.</summary>
    /// <param name="root"><see cref="Fields.Request"/> or <see cref="Fields.Response"/>.</param>
    /// <param name="parameters">The fields, in the order in which they shall stand.</param>
    /// <returns>The document, lines ending in <c>\n</c>, the last one too.</returns>
    /// <exception cref="ArgumentException">A name is no XML name, or a value holds a character that XML cannot carry.</exception>
    public static string Write(string root, Parameters parameters) => Build(root, parameters).ToString();

    /// <summary>Writes a message as it is sent.</summary>
    /// <inheritdoc cref="Write"/>
    /// <returns>The document in UTF-8.</returns>
    internal static byte[] WriteUtf8(string root, Parameters parameters)
    {
        var xml = Build(root, parameters);
        var chunks = xml.GetChunks();
        return chunks.MoveNext() && chunks.Current.Length == xml.Length
            ? Bytes(chunks.Current.Span)
            : Bytes(xml.ToString());

        static byte[] Bytes(ReadOnlySpan<char> text)
        {
            var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
            Encoding.UTF8.GetBytes(text, bytes);
            return bytes;
        }
    }

    private static StringBuilder Build(string root, Parameters parameters)
    {
        var xml = t_builder ??= new StringBuilder(1024);
        xml.Clear().Append(Prolog).Append('<').Append(root).Append(">\n");
        WriteFields(xml, parameters, depth: 1);
        return xml.Append("</").Append(root).Append(">\n");
    }

    /// <summary>Reads a message. Document types, and so entities, are refused; attributes and comments are passed over.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="root">The name its root must have.</param>
    /// <param name="limits">How much to take, or <see langword="null"/> for the default.</param>
    /// <returns>The fields, or what is wrong.</returns>
    public static MessageReadResult Read(string xml, string root, MessageLimits? limits = null)
    {
        limits ??= MessageLimits.Default;
        if (xml.Length > limits.MaxLength)
            return MessageReadResult.Malformed($"The XML is longer than {limits.MaxLength} characters.");

        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = limits.MaxLength,
        });
        try
        {
            if (reader.MoveToContent() != XmlNodeType.Element || !string.Equals(reader.Name, root, StringComparison.Ordinal))
                return MessageReadResult.Malformed($"The XML's root element is not <{root}>.");

            var fields = new FieldCollector(limits);
            if (!reader.IsEmptyElement && !ReadFields(reader, fields, null, limits, depth: 1))
                return fields.Reading;
            while (reader.Read())
            {
                // To the end, so that trailing rubbish is found.
            }

            return fields.Reading;
        }
        catch (XmlException fault)
        {
            return MessageReadResult.Malformed($"The XML is malformed at line {fault.LineNumber}, position {fault.LinePosition}.");
        }
    }

    private static void WriteFields(StringBuilder xml, Parameters parameters, int depth)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            var field = parameters[i];
            RequireName(field.Name);
            Pad(xml, depth).Append('<').Append(field.Name).Append('>');
            if (field.Children is { } children)
            {
                xml.Append('\n');
                WriteFields(xml, children, depth + 1);
                Pad(xml, depth);
            }
            else
            {
                if (!XmlText.IsWritable(field.Value))
                    throw new ArgumentException($"The value of {field.Name} holds a character that XML cannot carry.", nameof(parameters));
                XmlText.Append(xml, field.Value);
            }

            xml.Append("</").Append(field.Name).Append(">\n");
        }
    }

    private static StringBuilder Pad(StringBuilder xml, int depth)
    {
        for (; depth > 0; depth--)
            xml.Append(Indent);
        return xml;
    }

    // A colon would make a name space's prefix of what stands before it.
    private static void RequireName(string name)
    {
        if (name.Length == 0 || (name.AsSpan().ContainsAnyExcept(s_usual) && (name.Contains(':') || !XmlReader.IsName(name))))
            throw new ArgumentException($"'{name}' is not an XML name.", nameof(name));
    }

    // Reads the children of the element the reader stands on.
    private static bool ReadFields(XmlReader reader, FieldCollector fields, Parameters? level, MessageLimits limits, int depth)
    {
        while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                return fields.Refuse("The XML has text beside elements.");
            if (reader.NodeType == XmlNodeType.Element && !ReadField(reader, fields, level, limits, depth))
                return false;
        }

        return true;
    }

    // A leaf's white space is part of its value (S-5); around elements it is layout.
    private static bool ReadField(XmlReader reader, FieldCollector fields, Parameters? level, MessageLimits limits, int depth)
    {
        if (depth > limits.MaxDepth)
            return fields.Refuse($"Fields nest deeper than {limits.MaxDepth} levels.");

        var name = reader.Name;
        if (reader.IsEmptyElement)
            return fields.Add(level, new Parameter(name, ""));

        var text = new StringBuilder();
        while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                text.Append(reader.Value);
                continue;
            }

            if (!string.IsNullOrWhiteSpace(text.ToString()))
                return fields.Refuse("The XML has text beside elements.");
            var children = new Parameters();
            return fields.Add(level, new Parameter(name, children))
                && ReadField(reader, fields, children, limits, depth + 1)
                && ReadFields(reader, fields, children, limits, depth + 1);
        }

        return fields.Add(level, new Parameter(name, text.ToString()));
    }
}
