using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FreedomPaySandbox.Emulator.Signatures.Mistakes;

/// <summary>Writes a text as the functions of several languages do that escape it.</summary>
internal static class Escaping
{
    private static readonly JavaScriptEncoder s_nonAscii = JavaScriptEncoder.Default;

    /// <summary>Percent-encodes all but letters, digits and <paramref name="kept"/>.</summary>
    public static string Percent(string text, string kept, string space, bool lowerCase = false)
    {
        var written = new StringBuilder(text.Length + 16);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            var character = (char)octet;
            if (char.IsAsciiLetterOrDigit(character) || kept.Contains(character, StringComparison.Ordinal))
                written.Append(character);
            else if (character == ' ')
                written.Append(space);
            else
                written.Append('%').Append(octet.ToString(lowerCase ? "x2" : "X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return written.ToString();
    }

    /// <summary>Replaces the five characters of markup; <see langword="null"/> leaves a quote as it is.</summary>
    public static string Markup(string text, string? quote, string? apostrophe)
    {
        text = text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        text = quote is null ? text : text.Replace("\"", quote, StringComparison.Ordinal);
        return apostrophe is null ? text : text.Replace("'", apostrophe, StringComparison.Ordinal);
    }

    public static string DotNetHtml(string text) => WebUtility.HtmlEncode(text);

    /// <summary>The inside of a JSON string, all but ASCII as <c>\u….</c></summary>
    public static string Json(string text, bool slashes)
    {
        var written = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => written.Append("\\\""),
                '\\' => written.Append("\\\\"),
                '\n' => written.Append("\\n"),
                '\r' => written.Append("\\r"),
                '\t' => written.Append("\\t"),
                '/' when slashes => written.Append("\\/"),
                < ' ' or > '~' => written.Append($"\\u{(int)character:x4}"),
                _ => written.Append(character),
            };
        }

        return written.ToString();
    }

    /// <summary>The inside of a JSON string as .NET writes it.</summary>
    public static string DotNetJson(string text) => JsonEncodedText.Encode(text, s_nonAscii).ToString();
}
