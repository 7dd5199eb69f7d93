using System.CommandLine;
using System.Runtime.InteropServices;
using FreedomPaySandbox.Emulator.Cli;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.LoadTests.Scenarios;

namespace FreedomPaySandbox.LoadTests.Cli;

/// <summary>The command line: a command for each scenario, all with the same options.</summary>
internal static class LoadCommand
{
    private const string SecretVariable = "FPS_PAYOUT_SECRET";
    private const string TokenVariable = "FPS_ADMIN_TOKEN";

    /// <summary>After Ctrl-C: what is under way ends, is looked at and reported.</summary>
    private static readonly TimeSpan s_lastWords = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(string[] args, TimeProvider time)
    {
        // Ctrl-C and SIGTERM are heard already; a terminal that is closed must not leave a sandbox as the load has it.
        using var gone = new CancellationTokenSource();
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            gone.Cancel();
        });
        return await RunAsync(args, time, Environment.GetEnvironmentVariable, new InvocationConfiguration { ProcessTerminationTimeout = s_lastWords, EnableDefaultExceptionHandler = false }, gone.Token);
    }

    public static async Task<int> RunAsync(
        string[] args, TimeProvider time, Func<string, string?> environment, InvocationConfiguration surroundings, CancellationToken gone = default)
    {
        var root = Create(time, environment);
        if (args is [var name, ..] && !name.StartsWith('-') && !name.StartsWith('[') && ScenarioKind.All.All(kind => kind.Name != name))
        {
            await surroundings.Error.WriteLineAsync(
                $"load-tests: there is no scenario \"{TerminalText.Line(name)}\". Did you mean {NearestName.Find(name, ScenarioKind.All.Select(kind => kind.Name))}? --help lists all of them.");
            return ExitCode.Usage;
        }

        // Without a scenario nothing is loaded: the list of them is shown.
        var parsed = root.Parse(args is [] ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(surroundings, gone);

        foreach (var error in parsed.Errors)
            await surroundings.Error.WriteLineAsync(TerminalText.Line(error.Message));
        await surroundings.Error.WriteLineAsync(parsed.CommandResult.Command is RootCommand ? "See --help." : $"See {parsed.CommandResult.Command.Name} --help.");
        return ExitCode.Usage;
    }

    private static RootCommand Create(TimeProvider time, Func<string, string?> environment)
    {
        var root = new RootCommand("Loads a payout sandbox, or a merchant's callback endpoint, and says whether it held.");
        foreach (var kind in ScenarioKind.All)
            root.Subcommands.Add(Create(kind, time, environment));
        return root;
    }

    private static Command Create(ScenarioKind kind, TimeProvider time, Func<string, string?> environment)
    {
        var target = Text("--target", "url", "The sandbox or gateway that is loaded. One in this process when left out.");
        var callback = Text("--callback", "url", "Your callback endpoint. One in this process when left out.");
        var rate = Text("--rate", "number", $"How many {kind.RateNoun}. Default: {kind.Size.Rate}");
        var duration = Text("--duration", "time", $"How long, such as 30s, 5m or PT5M. Default: {kind.Size.Duration.TotalSeconds:0}s");
        var merchant = Text("--merchant", "id", "A merchant that the target has. A new one when left out; 9970 with --callback.");
        var secret = Text("--secret", "text", $"Its payout secret. Otherwise {SecretVariable}; the published one for 9970.");
        var token = Text("--admin-token", "text", $"The sandbox's admin token, if it has one. Otherwise {TokenVariable}.");
        var report = Text("--report", "folder", "Writes the results there, as HTML, CSV, Markdown and text.");
        var seed = Text("--seed", "number", "Makes the same recipients and amounts again. Default: 1");

        var command = new Command(kind.Name, kind.Line) { target, callback, rate, duration, merchant, secret, token, report, seed };
        command.SetAction((parsed, cancellation) =>
        {
            var request = new LoadRequest(kind)
            {
                Target = parsed.GetValue(target),
                Callback = parsed.GetValue(callback),
                Rate = parsed.GetValue(rate),
                Duration = parsed.GetValue(duration),
                Merchant = parsed.GetValue(merchant),
                Secret = parsed.GetValue(secret) ?? (parsed.GetValue(merchant) is null ? null : environment(SecretVariable)),
                AdminToken = parsed.GetValue(token) ?? environment(TokenVariable),
                Report = parsed.GetValue(report),
                Seed = parsed.GetValue(seed),
            };
            return new LoadRun(request, time, parsed.InvocationConfiguration).RunAsync(cancellation);
        });
        return command;
    }

    private static Option<string?> Text(string name, string helpName, string description) => new(name) { Description = description, HelpName = helpName };
}
