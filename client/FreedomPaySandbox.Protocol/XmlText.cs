using System.Buffers;

namespace FreedomPaySandbox.Protocol;

/// <summary>Which text XML 1.0 can carry, and how it is escaped.</summary>
public static class XmlText
{
    private static readonly SearchValues<char> s_suspects = SearchValues.Create(Suspects());
    private static readonly SearchValues<char> s_escaped = SearchValues.Create("&<>\r");

    /// <summary>Whether XML 1.0 can carry the text: no control characters but tab and line ends, no broken surrogate pair.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsWritable(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(s_suspects); at >= 0; at = text.IndexOfAny(s_suspects))
        {
            var pair = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            if (!pair)
                return false;
            text = text[(at + 2)..];
        }

        return true;
    }

    /// <summary>Appends the text with the characters escaped that an XML parser would not give back as they are.</summary>
    internal static void Append(System.Text.StringBuilder xml, ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(s_escaped); at >= 0; at = text.IndexOfAny(s_escaped))
        {
            xml.Append(text[..at]).Append(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ => "&#13;",
            });
            text = text[(at + 1)..];
        }

        xml.Append(text);
    }

    private static string Suspects()
    {
        var control = Enumerable.Range(0, 0x20).Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r'));
        var surrogates = Enumerable.Range(0xD800, 0x800).Select(c => (char)c);
        return string.Concat([.. control, .. surrogates, '\uFFFE', '\uFFFF']);
    }
}
