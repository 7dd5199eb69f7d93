using System.Globalization;
using System.Text;

namespace FreedomPaySandbox.ContractTests.Attacks;

/// <summary>A text that does something to a terminal that shows it as it is.</summary>
internal static class HostileText
{
    /// <summary>
    /// Colour, title and cursor by ESC, BEL, backspace and return; the same by the one-byte forms of C1; DEL; an override, an isolate and
    /// marks of direction; breaks of lines and paragraphs; what has no width; a tag outside of the basic plane.
    /// </summary>
    public const string Short = "a\u001b[31m\u001b]0;x\u0007\b\r\u009b2J\u0085\u007f\u202eb\u2066\u200f\u061c\u2028\u2029\u200b\ufeff\U000e0041z";

    /// <summary>With a line of its own that says something else.</summary>
    public const string Long = Short + "\nDelivered: HTTP 200, or so it says.\n00:00:00.000 forged line";

    /// <summary>Nothing but breaks of lines, which no quotes and no escapes give away.</summary>
    public const string Plain = "a\nDelivered: HTTP 200, or so it says.\n00:00:00.000 forged line";

    /// <summary>What of it the gateway takes in a field: XML has no place for the control characters of C0.</summary>
    public static string InXml { get; } = string.Concat(Short.Where(character => character >= ' '));

    private static readonly UnicodeCategory[] s_unwanted =
        [UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator, UnicodeCategory.Surrogate];

    /// <summary>Whatever of a text does not belong on a terminal, each with what stands before it.</summary>
    public static IReadOnlyList<string> Faults(string text)
    {
        var lines = OperatingSystem.IsWindows() ? text.ReplaceLineEndings("\n") : text;
        var faults = new List<string>();
        for (var at = 0; at < lines.Length; at++)
        {
            // A half of a pair by itself is a surrogate, a whole pair what it stands for.
            var isPair = at + 1 < lines.Length && char.IsSurrogatePair(lines[at], lines[at + 1]);
            var category = CharUnicodeInfo.GetUnicodeCategory(lines, at);
            if (lines[at] != '\n' && s_unwanted.Contains(category))
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"U+{(int)lines[at]:x4} behind {Visible(lines[Math.Max(0, at - 40)..at])}"));
            if (isPair)
                at++;
        }

        return faults;
    }

    /// <summary>Lines that pass for ours: what somebody else says begins them.</summary>
    public static IEnumerable<string> ForgedLines(string text) => text.Split('\n', '\r').Where(static line =>
        line.StartsWith("Delivered: HTTP 200, or", StringComparison.Ordinal) || line.StartsWith("00:00:00.000 forged", StringComparison.Ordinal));

    private static string Visible(string text)
    {
        var shown = new StringBuilder();
        foreach (var character in text)
            shown.Append(character is >= ' ' and <= '~' ? character : '·');
        return shown.ToString();
    }
}
