namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>How many callback attempts may be under way at once.</summary>
/// <param name="PerLane">To one host of one merchant.</param>
internal sealed record CallbackConcurrency(int PerLane = 16);
