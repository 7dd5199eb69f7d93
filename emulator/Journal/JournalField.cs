namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>A field of a call as the journal keeps it: nested ones by their path, <c>name[sub]</c>; nothing secret in it.</summary>
internal readonly record struct JournalField(string Name, string Value);
