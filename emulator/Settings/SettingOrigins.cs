namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>Where settings came from: the last word on each, in words such as <c>flag --url</c>.</summary>
internal sealed class SettingOrigins
{
    private const string Default = "default";

    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);

    public string Create(string setting) => _byName.GetValueOrDefault(setting, Default);

    public void Note(string setting, string origin) => _byName[setting] = origin;

    public static string OfFlag(string flag) => $"flag {flag}";

    public static string OfVariable(string variable) => $"variable {variable}";

    public static string OfFile(string path) => $"file {path}";
}
