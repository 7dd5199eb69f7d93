namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>An attempt and which one of its callback it was, from 1.</summary>
internal sealed record NumberedAttempt(int Number, Attempt Attempt);
