using System.Text;

namespace FreedomPaySandbox.Protocol;

/// <summary>
/// A message as <c>multipart/form-data</c>, the documented form (T-1): one part a field. Files are refused, the protocol has none.
/// Source of the format: RFC 7578 and RFC 2046.
/// </summary>
public static class MultipartMessage
{
    /// <summary>Most characters of a boundary; RFC 2046 allows 70, clients have been seen to use more.</summary>
    public const int MaxBoundaryLength = 200;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a multipart form.</summary>
    /// <param name="body">The whole body.</param>
    /// <param name="boundary">What the content type says between the parts, without quotes.</param>
    /// <param name="limits">How much to take, or <see langword="null"/> for the default.</param>
    /// <returns>The fields, or what is wrong.</returns>
    public static MessageReadResult Read(ReadOnlySpan<byte> body, string boundary, MessageLimits? limits = null)
    {
        limits ??= MessageLimits.Default;
        if (body.Length > limits.MaxLength)
            return MessageReadResult.Malformed($"The multipart form is longer than {limits.MaxLength} bytes.");
        if (boundary.Length is 0 or > MaxBoundaryLength)
            return MessageReadResult.Malformed("The multipart form has no boundary, or an overlong one.");

        var fields = new FieldCollector(limits);
        try
        {
            ReadParts(body, Encoding.UTF8.GetBytes("\r\n--" + boundary), fields);
        }
        catch (DecoderFallbackException)
        {
            fields.Refuse("A part of the multipart form is not UTF-8.");
        }

        return fields.Reading;
    }

    private static bool ReadParts(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> delimiter, FieldCollector fields)
    {
        // The first delimiter has no line end of its own when nothing stands before it.
        if (rest.StartsWith(delimiter[2..]))
            rest = rest[(delimiter.Length - 2)..];
        else if (!Skip(ref rest, delimiter))
            return BreaksOff(fields);

        while (!rest.StartsWith("--"u8))
        {
            if (!TakeLine(ref rest, out var padding) || padding.ContainsAnyExcept((byte)' ', (byte)'\t'))
                return BreaksOff(fields);
            if (!TakeName(ref rest, fields, out var name) || !TakeContent(ref rest, delimiter, out var content))
                return BreaksOff(fields);
            if (!fields.Add(name, s_strict.GetString(content)))
                return false;
        }

        return true;
    }

    // A problem that was found before stays the one that is told.
    private static bool BreaksOff(FieldCollector fields) =>
        fields.Refuse("The multipart form is malformed or breaks off before its last boundary.");

    private static bool Skip(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> delimiter) => TakeContent(ref rest, delimiter, out _);

    private static bool TakeContent(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> delimiter, out ReadOnlySpan<byte> content)
    {
        var end = rest.IndexOf(delimiter);
        content = end < 0 ? default : rest[..end];
        rest = end < 0 ? default : rest[(end + delimiter.Length)..];
        return end >= 0;
    }

    private static bool TakeLine(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> line) => TakeContent(ref rest, "\r\n"u8, out line);

    private static bool TakeName(ref ReadOnlySpan<byte> rest, FieldCollector fields, out string name)
    {
        name = "";
        while (TakeLine(ref rest, out var header))
        {
            if (header.IsEmpty)
                return name.Length > 0 || fields.Refuse("A part of the multipart form has no name, or is a file; send plain fields.");
            var colon = header.IndexOf((byte)':');
            if (colon > 0 && Ascii.EqualsIgnoreCase(header[..colon], "content-disposition"u8))
                name = ContentDisposition.FieldName(s_strict.GetString(header[(colon + 1)..])) ?? "";
        }

        return false;
    }
}
