namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>One setting as it is in force.</summary>
/// <param name="Merchant">Whose it is; nobody's when it is the sandbox's.</param>
/// <param name="Name">As the settings file calls it.</param>
/// <param name="Value">What may be shown of it; empty where there is none.</param>
/// <param name="Origin">Where it came from.</param>
internal readonly record struct SettingLine(long? Merchant, string Name, string Value, string Origin);
