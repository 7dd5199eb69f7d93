namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>How much is logged.</summary>
internal enum LogVerbosity
{
    /// <summary>A line for each call and each callback attempt, and all that goes wrong.</summary>
    Calls,

    /// <summary>Only what goes wrong: for loads, in which nobody reads thousands of lines a second.</summary>
    Problems,
}
