using System.CommandLine;
using System.Text;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary><c>config</c>: what <c>serve</c> would run with, and where each of it came from; or what is wrong with it.</summary>
internal static class ConfigCommand
{
    public const string Name = "config";

    public static Command Create()
    {
        var command = new Command(Name, "Prints the settings in force, secrets masked, and where each came from. Takes the options of serve.");
        var options = SettingOptions.AddTo(command);
        command.SetAction(parsed => Run(options.Read(parsed), parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(SettingsReader reader, InvocationConfiguration surroundings)
    {
        if (reader.Finish() is null)
        {
            foreach (var problem in reader.Problems)
                surroundings.Error.WriteLine(problem);
            return ExitCode.Usage;
        }

        surroundings.Output.WriteLine(ConfigReport.Render([.. reader.Lines()]));
        return ExitCode.Well;
    }
}

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
