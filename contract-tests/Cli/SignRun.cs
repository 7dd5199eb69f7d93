using System.CommandLine;
using FreedomPaySandbox.Emulator.Cli;

namespace FreedomPaySandbox.ContractTests.Cli;

/// <summary>One run of <c>sandbox sign</c> as a terminal sees it.</summary>
internal sealed record SignRun(int ExitCode, string Output, string Error)
{
    public string Signature => Below("Signature");

    public string Text => Below("Signed text\n\n" + Details);

    public string Curl => Output[Output.IndexOf("\ncurl ", StringComparison.Ordinal)..].Trim();

    private string Details => string.Concat(Output.Split('\n').Skip(2).TakeWhile(line => line.Length > 0).Select(line => line + "\n")).TrimEnd('\n');

    public static SignRun Run(params string[] words) => Run(words, input: "");

    public static SignRun OfInput(string input) => Run(["-"], input);

    public static SignRun Run(string[] words, string input, params (string Name, string Value)[] environment)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var root = new RootCommand { SignCommand.Create(() => input, ValueOf) };
        var exitCode = root.Parse(["sign", .. words]).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return new SignRun(exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));

        string? ValueOf(string name) => environment.LastOrDefault(variable => string.Equals(variable.Name, name, StringComparison.Ordinal)).Value;
    }

    private string Below(string heading)
    {
        var start = Output.IndexOf(heading + "\n\n", StringComparison.Ordinal) + heading.Length + 2;
        return Output[start..Output.IndexOf("\n\n", start, StringComparison.Ordinal)];
    }
}
