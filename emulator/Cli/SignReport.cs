using System.Text;
using FreedomPaySandbox.Emulator.Signing;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary>
/// What <c>sign</c> prints: the signed text, the signature, and the call. What is meant for copying starts in the first column.
/// </summary>
internal static class SignReport
{
    private const int Width = 88;
    private const string Margin = "            ";

    public static string Render(SignedCall signed)
    {
        var report = new StringBuilder(1024);
        report.Append("Signed text\n\n");
        Append(report, "script", signed.Call.Script.Length > 0
            ? $"{signed.Call.Script} (what follows the last / of the address)"
            : "none (nothing follows the last / of the address)");
        Append(report, "order", string.Join(", ", signed.Order));
        Append(report, "secret", signed.Secret.Origin);
        if (signed.Call.HasUnsignedQuery)
            Append(report, "unsigned", "the query of the address; a POST has its fields in the body");
        if (signed.SaltAdded)
            Append(report, "added", $"{signed.Added[0].Path}={SignedCall.Salt}, since there was none; any text will do");
        if (signed.WasRight is { } right)
            Append(report, "replaced", $"{signed.Added[^1].Path}, which was {(right ? "right" : "wrong")}");
        if (signed.Hidden is { } hidden)
            Append(report, "masked", $"{hidden}, in the text below; the signature is that of the real text");
        var shown = TerminalText.Line(signed.ShownText);
        if (!string.Equals(shown, signed.ShownText, StringComparison.Ordinal))
            Append(report, "escaped", "characters that a terminal does not show, in the text below; the signature is that of the real text");
        report.Append('\n').Append(shown).Append("\n\n");

        report.Append("Signature\n\n").Append(signed.Signature).Append("\n\n");
        return report.Append("Signed call\n\n").Append(signed.Curl).ToString();
    }

    // Breaks between words, as the terminal would not.
    private static void Append(StringBuilder report, string label, string text)
    {
        text = TerminalText.Line(text);
        var start = report.Append("  ").Append(label.PadRight(Margin.Length - 2)).Length - Margin.Length;
        foreach (var word in text.Split(' '))
        {
            if (report.Length - start > Margin.Length && report.Length - start + word.Length > Width)
            {
                report.Length--;
                start = report.Append('\n').Length;
                report.Append(Margin);
            }

            report.Append(word).Append(' ');
        }

        report.Length--;
        report.Append('\n');
    }
}
