using System.CommandLine;
using FreedomPaySandbox.Emulator.Cli;

namespace FreedomPaySandbox.ContractTests.Cli;

/// <summary>One run of <c>sandbox doctor signature</c> as a terminal sees it.</summary>
internal sealed record DoctorRun(int ExitCode, string Output, string Error)
{
    public string Id => Output.Split('\n')[0].Replace("Signature ", "", StringComparison.Ordinal);

    public static DoctorRun Run(params string[] words) => Run(words, input: "");

    public static DoctorRun Run(string[] words, string input, params (string Name, string Value)[] environment)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var root = new RootCommand { DoctorCommand.Create(() => input, ValueOf) };
        var exitCode = root.Parse(["doctor", "signature", .. words]).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return new DoctorRun(exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));

        string? ValueOf(string name) => environment.LastOrDefault(variable => string.Equals(variable.Name, name, StringComparison.Ordinal)).Value;
    }
}
