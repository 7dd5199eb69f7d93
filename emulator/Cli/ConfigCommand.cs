using System.CommandLine;
using FreedomPaySandbox.Emulator.Settings;

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
