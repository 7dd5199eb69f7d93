namespace FreedomPaySandbox.Emulator.Logging;

/// <summary>Makes a line of a log entry.</summary>
internal interface ILogFormatter
{
    /// <summary>Whether it wants values apart; getting at them costs something.</summary>
    bool TakesValues { get; }

    string Line(LogEntry entry);
}
