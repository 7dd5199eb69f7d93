using System.CommandLine;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary>The commands; without one, the sandbox starts.</summary>
internal static class Commands
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = ServeCommand.AddTo(new RootCommand("A local sandbox for payouts through Freedom Pay. Without a command it starts."));
        root.Subcommands.Add(ServeCommand.AddTo(new Command("serve", "Starts the sandbox.")));
        root.Subcommands.Add(HealthcheckCommand.Create());
        return Invoke(root.Parse(args));
    }

    private static async Task<int> Invoke(ParseResult parsed)
    {
        var exit = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
        return parsed.Errors.Count > 0 ? ExitCode.Usage : exit;
    }
}
