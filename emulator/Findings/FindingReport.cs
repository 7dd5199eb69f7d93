using System.Globalization;
using System.Text;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Findings;

/// <summary>The findings of a process at its end, for the log of a build.</summary>
internal static class FindingReport
{
    public static string Render(FindingCounters tally)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{tally.Count} {(tally.Count == 1 ? "finding" : "findings")}:");
        foreach (var (merchant, finding) in tally.First)
        {
            text.AppendLine().AppendLine().Append(CultureInfo.InvariantCulture, $"{finding.Kind.Id}, merchant {merchant}: {TerminalText.Line(finding.Text)}");
            text.AppendLine().Append(finding.Kind.Why).Append(' ').Append(finding.Kind.Fix);
        }

        if (tally.Count > tally.First.Count)
            text.AppendLine().AppendLine().Append(CultureInfo.InvariantCulture, $"… and {tally.Count - tally.First.Count} more.");
        return text.ToString();
    }
}
