namespace FreedomPaySandbox.Emulator.Logging;

/// <summary>What somebody has to say for the log.</summary>
/// <param name="At">When.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Category">Who says it.</param>
/// <param name="Message">The words.</param>
internal readonly record struct LogEntry(DateTimeOffset At, LogLevel Level, string Category, string Message)
{
    public Exception? Exception { get; init; }

    /// <summary>The values that stand in the message, by their names.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Values { get; init; } = [];
}
