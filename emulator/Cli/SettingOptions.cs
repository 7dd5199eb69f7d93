using System.CommandLine;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary>Each setting as an option of a command, and the file that holds them.</summary>
internal sealed class SettingOptions
{
    private readonly Option<string> _file = new("--settings")
    {
        Description = "A JSON file with settings, several merchants among them. Environment and flags win over it",
        HelpName = "FILE",
    };

    private readonly List<Option<string>> _settings;

    private SettingOptions() => _settings = [.. SandboxSettingTable.All.Select(Create), .. MerchantSettingTable.All.Select(Create)];

    public static SettingOptions AddTo(Command command)
    {
        var options = new SettingOptions();
        command.Options.Add(options._file);
        foreach (var option in options._settings)
            command.Options.Add(option);
        return options;
    }

    /// <summary>Reads file, environment and flags.</summary>
    public SettingsReader Read(ParseResult parsed)
    {
        var reader = new SettingsReader();
        if ((parsed.GetValue(_file) ?? Environment.GetEnvironmentVariable(SettingsReader.FileVariable)) is { Length: > 0 } file)
            reader.ReadFile(file);
        reader.ReadEnvironment(Environment.GetEnvironmentVariables());
        foreach (var option in _settings)
        {
            // A flag that is true or false, and stands alone, is true.
            if (parsed.GetResult(option) is { Implicit: false })
                reader.ReadFlag(option.Name[2..], parsed.GetValue(option) ?? bool.TrueString);
        }

        return reader;
    }

    private static Option<string> Create<T>(Setting<T> setting) => new(setting.Flag)
    {
        Description = setting.Help,
        HelpName = "VALUE",
        Arity = setting.IsTrueOrFalse ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
    };
}
