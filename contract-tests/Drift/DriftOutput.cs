namespace FreedomPaySandbox.ContractTests.Drift;

/// <summary>What a run of <c>drift</c> said.</summary>
internal sealed record DriftOutput(int Exit, string Output, string Error)
{
    /// <summary>The rules under which differences are told.</summary>
    public IEnumerable<string> Rules => Output[Math.Max(Output.IndexOf("\n\n", StringComparison.Ordinal), 0)..].Split('\n')
        .Where(line => line.Length is > 2 and < 6 && line.Contains('-', StringComparison.Ordinal) && line[0] != ' ');
}
