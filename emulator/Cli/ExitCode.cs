namespace FreedomPaySandbox.Emulator.Cli;

/// <summary>What the process says at its end.</summary>
internal static class ExitCode
{
    public const int Well = 0;

    public const int Failed = 1;

    /// <summary>Findings, or a command line that makes no sense.</summary>
    public const int Usage = 2;
}
