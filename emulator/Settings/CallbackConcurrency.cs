namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>How many callback attempts may be under way at once.</summary>
/// <param name="PerQueue">To one host of one merchant.</param>
internal sealed record CallbackConcurrency(int PerQueue = 16);
