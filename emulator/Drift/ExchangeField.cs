namespace FreedomPaySandbox.Emulator.Drift;

/// <summary>A field of an answer or a callback: its name and its value, masked where it must be.</summary>
internal sealed record ExchangeField(string Name, string Value);
