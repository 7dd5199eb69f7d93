using System.CommandLine;
using System.Data.Common;
using FreedomPaySandbox.Emulator.Findings;
using FreedomPaySandbox.Emulator.Hosting;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.Text;
using Microsoft.AspNetCore.Builder;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary><c>serve</c>: runs the sandbox until it is told to stop. Each setting is an option.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    /// <param name="command">The command that serves.</param>
    /// <param name="builder">The web server's parts, if they are already being put together.</param>
    public static TCommand AddTo<TCommand>(TCommand command, Task<WebApplicationBuilder>? builder)
        where TCommand : Command
    {
        var options = SettingOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(options.Read(parsed), builder));
        return command;
    }

    private static async Task<int> RunAsync(SettingsReader reader, Task<WebApplicationBuilder>? builder)
    {
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
            await Console.Error.WriteLineAsync(FindingReport.Render(findings));
            return ExitCode.Usage;
        }
        catch (Exception fault) when (fault is StoreUnavailableException or DbException)
        {
            await Console.Error.WriteLineAsync(TerminalText.SetBack(fault.Message));
            return ExitCode.Failed;
        }
        catch (Exception fault) when (ListenFault.Is(fault))
        {
            await Console.Error.WriteLineAsync(TerminalText.Line(ListenFault.Sentence(settings.Url, fault)));
            return ExitCode.Failed;
        }
    }
}
