namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>Takes a setting's text over into what is being set, or says in a few words what is expected instead.</summary>
internal delegate string? SettingValue<T>(ref T target, string text);
