using System.Text;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary>Settings as a table: name, value, origin; those of each merchant under its number.</summary>
internal static class ConfigReport
{
    private const string None = "-";

    public static string Render(IReadOnlyList<SettingLine> lines)
    {
        var (names, values) = (lines.Max(line => line.Name.Length), lines.Max(line => GetValue(line).Length));
        var table = new StringBuilder();
        long? merchant = null;
        foreach (var line in lines)
        {
            if (line.Merchant != merchant)
                table.Append("\nmerchant ").Append(merchant = line.Merchant).Append('\n');
            table.Append(line.Name.PadRight(names + 2)).Append(GetValue(line).PadRight(values + 2)).Append(TerminalText.Line(line.Origin)).Append('\n');
        }

        return table.ToString().TrimEnd('\n');
    }

    private static string GetValue(SettingLine line) => line.Value.Length > 0 ? TerminalText.Line(line.Value) : None;
}
