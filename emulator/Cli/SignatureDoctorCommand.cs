using System.CommandLine;
using FreedomPaySandbox.Emulator.Signatures;
using FreedomPaySandbox.Emulator.Signing;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary>
/// <c>sandbox doctor signature</c>: says what is wrong with the signature of a call given as fields, as a curl line or as a body.
/// </summary>
internal static class SignatureDoctorCommand
{
    /// <summary>The command, with what it reads of its surroundings.</summary>
    public static Command Create(Func<string> readInput, Func<string, string?> environment)
    {
        var url = new Option<string?>("--url") { Description = "Where the call went; a curl line brings its own address.", HelpName = "address" };
        var body = new Option<string?>("--body") { Description = "The body as it was sent, or '-' to read it from standard input.", HelpName = "text" };
        var contentType = new Option<string?>("--content-type") { Description = "The content type of --body; a form without it.", HelpName = "type" };
        var payout = new DoctorSecretOptions("payout", SignSecretSource.PayoutVariable);
        var receive = new DoctorSecretOptions("receive", SignSecretSource.ReceiveVariable);
        var words = new Argument<string[]>("call")
        {
            Description = $"Fields as name=value ({Fields.Amount}=100); or a curl line, quoted as one word or after '--'; or '-' to read that line from standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };

        var command = new Command("signature", "Say which mistake gave a call its signature, and which line to change. Ends with 0 when the signature is right, 2 when it is not.");
        foreach (var option in (Option[])[url, body, contentType, payout.Text, payout.File, receive.Text, receive.File])
            command.Options.Add(option);
        command.Arguments.Add(words);
        command.SetAction(parsed =>
        {
            var request = new DoctorRequest(parsed.GetValue(url), parsed.GetValue(words) ?? [], parsed.GetValue(body), parsed.GetValue(contentType), readInput);
            var secrets = new DoctorSecrets(payout.GetSource(parsed, environment), receive.GetSource(parsed, environment));
            return Run(request, secrets, parsed.InvocationConfiguration);
        });
        return command;
    }

    private static int Run(DoctorRequest request, DoctorSecrets secrets, InvocationConfiguration surroundings)
    {
        if (request.Read() is not { } call)
            return Refuse(surroundings, request.Problem);
        var (known, problem) = secrets.Find(call);
        if (known is null)
            return Refuse(surroundings, problem);

        if (SignatureDoctor.Examine(new SignatureCase(call.Url, call.Script, SignSecret.GetKind(call), call.Body.Fields, known) { Others = DoctorSecrets.OthersThan(known) }) is not { } diagnosis)
        {
            surroundings.Output.WriteLine("The signature is right.");
            return ExitCode.Well;
        }

        surroundings.Output.Write(DiagnosisText.Render(diagnosis));
        return ExitCode.Usage;
    }

    private static int Refuse(InvocationConfiguration surroundings, string? problem)
    {
        surroundings.Error.WriteLine($"doctor signature: {TerminalText.Line(problem ?? "")}");
        return ExitCode.Failed;
    }
}
