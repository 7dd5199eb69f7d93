using System.CommandLine;
using System.Text;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Signing;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary><c>sandbox sign</c>: signs a call given as fields or as a curl line, and shows how.</summary>
internal static class SignCommand
{
    private const int Well = 0;
    private const int Usage = 2;

    public static Command Create() => Create(ReadStandardInput, SecretVariables.GetName);

    /// <summary>The command, with what it reads of its surroundings.</summary>
    public static Command Create(Func<string> readInput, Func<string, string?> environment)
    {
        var url = new Option<string?>("--url") { Description = "Where the call goes; a curl line brings its own address.", HelpName = "address" };
        var secret = new Option<string?>("--secret") { Description = "The merchant's secret. Otherwise FPS_PAYOUT_SECRET, otherwise the published one of merchant 9970.", HelpName = "text" };
        var secretFile = new Option<string?>("--secret-file") { Description = "A file that holds the secret.", HelpName = "path" };
        var words = new Argument<string[]>("call")
        {
            Description = $"Fields as name=value ({Fields.Amount}=100); or a curl line, quoted as one word or after '--'; or '-' to read that line from standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };

        var command = new Command("sign", "Sign a call: print the text that is signed, the signature, and a curl command that is ready to run.");
        command.Options.Add(url);
        command.Options.Add(secret);
        command.Options.Add(secretFile);
        command.Arguments.Add(words);
        command.SetAction(parsed => Run(
            parsed.GetValue(url),
            parsed.GetValue(words) ?? [],
            new SignSecretSource(parsed.GetValue(secret), parsed.GetValue(secretFile), environment),
            readInput,
            parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string? url, string[] words, SignSecretSource secrets, Func<string> readInput, InvocationConfiguration surroundings)
    {
        var request = new SignRequest(url, words, readInput);
        if (request.Read() is not { } call)
            return Refuse(surroundings, request.Problem);
        var (secret, problem) = secrets.Find(call);
        if (secret is null)
            return Refuse(surroundings, problem);

        var signed = SignedCall.Sign(call, secret);
        surroundings.Output.WriteLine(SignReport.Render(signed));
        if (signed.Leak is { } field)
            surroundings.Error.WriteLine($"warning: the field {TerminalText.Line(field)} posts the secret itself. A secret only signs; take the field out, and change the secret if it was ever sent.");
        return Well;
    }

    private static int Refuse(InvocationConfiguration surroundings, string? problem)
    {
        surroundings.Error.WriteLine($"sign: {TerminalText.Line(problem ?? "")}");
        return Usage;
    }

    // Console.In would read a console's code page, and a piped line is UTF-8.
    private static string ReadStandardInput()
    {
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        return input.ReadToEnd();
    }
}
