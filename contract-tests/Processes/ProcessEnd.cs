namespace FreedomPaySandbox.ContractTests.Processes;

/// <summary>How a process ended, and what it printed that nobody had read before.</summary>
internal sealed record ProcessEnd(int ExitCode, string Output, string Error);
