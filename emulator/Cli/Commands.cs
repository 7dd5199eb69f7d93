using System.CommandLine;
using FreedomPaySandbox.Emulator.Hosting;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary>The commands; without one, the sandbox starts.</summary>
internal static class Commands
{
    public static async Task<int> RunAsync(string[] args)
    {
        // People wait for a start: the web server's parts load while the command line is read.
        var builder = MeansToServe(args) ? Task.Run(Sandbox.NewBuilder) : null;

        // A field may start with @; it is not the name of a file with arguments.
        var parsed = Root(builder).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });

        if (builder is null && args[0] != ConfigCommand.Name && SecretVariables.Problems().ToList() is { Count: > 0 } problems)
        {
            problems.ForEach(problem => Console.Error.WriteLine(TerminalText.Line(problem)));
            return ExitCode.Usage;
        }

        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(ArgumentFault.Sentence(parsed));
            return ExitCode.Usage;
        }

        // The sandbox itself ends well on SIGTERM and Ctrl-C; nobody is to end it before. What breaks is told at the edge of the program.
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
    }

    /// <summary>All commands.</summary>
    /// <param name="builder">The web server's parts, if they are already being put together.</param>
    public static RootCommand Root(Task<WebApplicationBuilder>? builder = null)
    {
        var root = ServeCommand.AddTo(new RootCommand("A local sandbox for payouts through Freedom Pay. Without a command it starts."), builder);
        root.Subcommands.Add(ServeCommand.AddTo(new Command(ServeCommand.Name, "Starts the sandbox."), builder));
        root.Subcommands.Add(ConfigCommand.Create());
        root.Subcommands.Add(HealthcheckCommand.Create());
        root.Subcommands.Add(SignCommand.Create());
        root.Subcommands.Add(DoctorCommand.Create());
        root.Subcommands.Add(DriftCommand.Create());
        root.Subcommands.Add(VerifyCommand.Create());
        return root;
    }

    private static bool MeansToServe(string[] args) => args is [] or [ServeCommand.Name, ..] || args[0].StartsWith('-');
}

/// <summary>What the process says at its end.</summary>
internal static class ExitCode
{
    public const int Well = 0;

    public const int Failed = 1;

    /// <summary>Findings, or a command line that makes no sense.</summary>
    public const int Usage = 2;
}
