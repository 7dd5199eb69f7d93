namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>Makes a line of a log entry.</summary>
internal interface ILogForm
{
    string Line(LogEntry entry);
}
