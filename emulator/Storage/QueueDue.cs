namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A lane that owes callbacks, and when the next one is due.</summary>
internal readonly record struct QueueDue(string Queue, DateTimeOffset DueAt);
