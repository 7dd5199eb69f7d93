using System.Text;

namespace FreedomPaySandbox.Protocol;

/// <summary>The header of a part that names its field: <c>form-data; name="pg_amount"</c>.</summary>
internal static class ContentDisposition
{
    /// <summary>The field's name, or <see langword="null"/> when there is none or the part is a file.</summary>
    public static string? FieldName(ReadOnlySpan<char> header)
    {
        string? name = null;
        var rest = header;
        TakeToken(ref rest, ";");
        while (!rest.IsEmpty)
        {
            rest = rest[1..];
            var attribute = TakeToken(ref rest, "=;");
            if (!rest.StartsWith("="))
                continue;

            rest = rest[1..].TrimStart();
            var value = rest.StartsWith("\"") ? TakeQuoted(ref rest) : TakeToken(ref rest, ";").ToString();
            if (attribute.StartsWith("filename", StringComparison.OrdinalIgnoreCase))
                return null;
            if (attribute.Equals("name", StringComparison.OrdinalIgnoreCase))
                name ??= value;
        }

        return name;
    }

    private static ReadOnlySpan<char> TakeToken(ref ReadOnlySpan<char> rest, ReadOnlySpan<char> ends)
    {
        var end = rest.IndexOfAny(ends);
        var token = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[end..];
        return token.Trim();
    }

    // Browsers and curl write a quote in a name as %22 or behind a backslash.
    private static string TakeQuoted(ref ReadOnlySpan<char> rest)
    {
        var text = new StringBuilder();
        var i = 1;
        for (; i < rest.Length && rest[i] != '"'; i++)
        {
            if (rest[i] == '\\' && i + 1 < rest.Length && rest[i + 1] is '"' or '\\')
                i++;
            text.Append(rest[i]);
        }

        rest = i < rest.Length ? rest[(i + 1)..] : default;
        TakeToken(ref rest, ";");
        return text.Replace("%22", "\"").ToString();
    }
}
