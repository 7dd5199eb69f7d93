using System.CommandLine;
using System.Data.Common;
using FreedomPaySandbox.Emulator.Findings;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary><c>serve</c>: runs the sandbox until it is told to stop. Each setting is an option.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    private static readonly Option<string> s_file = new("--settings")
    {
        Description = "A JSON file with settings, several merchants among them. Environment and flags win over it",
        HelpName = "FILE",
    };

    /// <param name="command">The command that serves.</param>
    /// <param name="builder">The web server's parts, if they are already being put together.</param>
    public static TCommand AddTo<TCommand>(TCommand command, Task<WebApplicationBuilder>? builder)
        where TCommand : Command
    {
        var settings = SandboxSettingTable.All.Select(setting => (setting.Flag, setting.Help, setting.IsTrueOrFalse))
            .Concat(MerchantSettingTable.All.Select(setting => (setting.Flag, setting.Help, setting.IsTrueOrFalse)));
        var options = settings.Select(setting => new Option<string>(setting.Flag)
        {
            Description = setting.Help,
            HelpName = "VALUE",
            Arity = setting.IsTrueOrFalse ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
        }).ToList();

        command.Options.Add(s_file);
        foreach (var option in options)
            command.Options.Add(option);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, options, builder));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, List<Option<string>> options, Task<WebApplicationBuilder>? builder)
    {
        var reader = new SettingsReader();
        if ((parsed.GetValue(s_file) ?? Environment.GetEnvironmentVariable(SettingsReader.FileVariable)) is { Length: > 0 } file)
            reader.ReadFile(file);
        reader.ReadEnvironment(Environment.GetEnvironmentVariables());
        foreach (var option in options)
        {
            // A flag that is true or false, and stands alone, is true.
            if (parsed.GetResult(option) is { Implicit: false })
                reader.ReadFlag(option.Name[2..], parsed.GetValue(option) ?? bool.TrueString);
        }

        if (reader.Finish() is not { } settings)
        {
            foreach (var problem in reader.Problems)
                await Console.Error.WriteLineAsync(problem);
            return ExitCode.Usage;
        }

        try
        {
            var findings = await Sandbox.RunAsync(settings, builder ?? Task.Run(Sandbox.NewBuilder));
            if (!settings.Strict || findings.Count == 0)
                return ExitCode.Well;
            await Console.Error.WriteLineAsync(FindingReport.Of(findings));
            return ExitCode.Usage;
        }
        catch (Exception fault) when (fault is StoreUnavailableException or DbException or IOException)
        {
            // IOException is what Kestrel throws for an address that is taken; its message names it.
            await Console.Error.WriteLineAsync(fault.Message);
            return ExitCode.Failed;
        }
    }
}
