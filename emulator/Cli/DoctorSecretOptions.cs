using System.CommandLine;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary>The options that give one of a merchant's two secrets.</summary>
internal sealed class DoctorSecretOptions(string kind, string variable)
{
    public Option<string?> Text { get; } = new($"--{kind}-secret")
    {
        Description = $"The merchant's {kind} secret. Otherwise {variable}; where there is neither secret, the published ones of merchant 9970.",
        HelpName = "text",
    };

    public Option<string?> File { get; } = new($"--{kind}-secret-file") { Description = $"A file that holds the {kind} secret.", HelpName = "path" };

    public DoctorSecretSource GetSource(ParseResult parsed, Func<string, string?> environment) =>
        new(Text.Name, parsed.GetValue(Text), parsed.GetValue(File), environment(variable));
}
