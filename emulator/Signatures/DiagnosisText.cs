using System.Text;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>
/// A diagnosis as it is read in a terminal: the sentence, both texts with a caret where they part, and the lines to change.
/// </summary>
internal static class DiagnosisText
{
    /// <summary>The most columns of a line.</summary>
    public const int Width = 100;

    private const string Margin = "          ";
    private const int Window = Width - 11;
    private const int BeforeCaret = 40;

    public static string Render(Diagnosis diagnosis)
    {
        var text = new StringBuilder(1024);
        text.Append("Signature ").Append(diagnosis.Id).Append("\n\n");
        Wrap(text, diagnosis.Sentence);
        text.Append('\n');
        Append(text, diagnosis);
        foreach (var lines in diagnosis.Lines)
        {
            text.Append('\n');
            foreach (var (language, code) in lines.All)
                Append(text, language, code.Replace("\n", $"\n{Margin}", StringComparison.Ordinal));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Diagnosis diagnosis)
    {
        if (diagnosis.FirstDifference is not { } difference)
        {
            Append(text, "right", string.Join($"\n{Margin}", Visible(diagnosis.Right).Chunk(Window).Select(static line => new string(line))));
            if (diagnosis.Signed is not null)
                Append(text, "yours", "the same text");
            return;
        }

        // The line is full: what stands before the caret is of more use than nothing behind it.
        var start = Math.Min(difference.Index - BeforeCaret, Math.Max(diagnosis.Right.Length, diagnosis.Signed!.Length) - Window);
        start = difference.Index > Window - BeforeCaret ? Math.Max(start, 0) : 0;
        Append(text, "right", See(diagnosis.Right, start));
        Append(text, "yours", See(diagnosis.Signed, start));
        text.Append(Margin).Append(Caret(difference.Index - start, Visible(difference.Field))).Append('\n');
    }

    // Its name stands to the right of the caret, or to the left where there is no room.
    private static string Caret(int column, string name)
    {
        if (column + 2 + name.Length <= Window)
            return $"{new string(' ', column)}^ {name}";
        return name.Length < column ? $"{name.PadLeft(column - 1)} ^" : $"{new string(' ', column)}^";
    }

    // As much of a text as a line holds. Each character stays one, so that the caret points where it should.
    private static string See(string text, int start)
    {
        var seen = text.AsSpan(Math.Min(start, text.Length));
        var isCut = seen.Length > Window;
        var shown = Visible(isCut ? $"{seen[..(Window - 1)]}…" : seen.ToString());
        return start > 0 && shown.Length > 0 ? $"…{shown[1..]}" : shown;
    }

    private static string Visible(string text) => string.Create(text.Length, text, static (shown, text) =>
    {
        for (var i = 0; i < shown.Length; i++)
            shown[i] = text[i] switch
            {
                < ' ' => (char)(0x2400 + text[i]),
                '\u007F' => '\u2421',
                _ when TerminalText.IsEscaped(text, i) => '\uFFFD',
                _ => text[i],
            };
    });

    private static void Append(StringBuilder text, string label, string content) =>
        text.Append("  ").Append(label.PadRight(Margin.Length - 2)).Append(content).Append('\n');

    private static void Wrap(StringBuilder text, string sentence)
    {
        var column = 0;
        foreach (var word in Visible(sentence).Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                text.Append('\n');
                column = 0;
            }

            text.Append(column == 0 ? "  " : " ").Append(word);
            column += word.Length + (column == 0 ? 2 : 1);
        }

        text.Append('\n');
    }
}
