using System.Text.Json;

namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>
/// One thing that can be chosen: as a flag (<c>--settle-after</c>), an environment variable (<c>FPS_SETTLE_AFTER</c>) or a member of
/// the settings file (<c>settleAfter</c>).
/// </summary>
/// <param name="Name">The flag without its dashes; the other two names follow from it.</param>
/// <param name="Help">What it does, for <c>--help</c>.</param>
/// <param name="Apply">Takes the text over, or says in a few words what is expected instead.</param>
/// <param name="Show">What is set, as it would be written; empty where nothing is. Secrets are masked.</param>
internal sealed record Setting<T>(string Name, string Help, SettingValue<T> Apply, Func<T, string> Show)
{
    /// <summary>In JSON it is <c>true</c> or <c>false</c>, which other settings are not: they would take the word for a text.</summary>
    public bool IsTrueOrFalse { get; init; }

    /// <summary>What must not be printed may stand in a file, too, named by a variable (<c>FPS_PAYOUT_SECRET_FILE</c>).</summary>
    public bool IsSecret { get; init; }

    /// <summary>A variable that other programs know, too, and that counts where the setting's own is not there.</summary>
    public string? CommonVariable { get; init; }

    public string Flag => "--" + Name;

    /// <summary>Names the file of a secret.</summary>
    public string? FileVariable => IsSecret ? Variable + "_FILE" : null;

    public string Variable => "FPS_" + Name.ToUpperInvariant().Replace('-', '_');

    public string Member => string.Concat(
        Name.Split('-').Select((word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}

/// <summary>One setting as it is in force.</summary>
/// <param name="Merchant">Whose it is; nobody's when it is the sandbox's.</param>
/// <param name="Name">As the settings file calls it.</param>
/// <param name="Value">What may be shown of it; empty where there is none.</param>
/// <param name="Origin">Where it came from.</param>
internal readonly record struct SettingLine(long? Merchant, string Name, string Value, string Origin);

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

/// <summary>Takes a setting's text over into what is being set, or says in a few words what is expected instead.</summary>
internal delegate string? SettingValue<T>(ref T target, string text);

/// <summary>The text of a setting, which JSON may give as a text, a number or a list of them, and some as true or false.</summary>
internal static class SettingJson
{
    /// <summary>The text, or <see langword="null"/> where the value is none of those.</summary>
    public static string? Text(JsonElement value, bool orTrueOrFalse = false)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return orTrueOrFalse ? value.GetRawText() : null;
            case JsonValueKind.String:
                return value.GetString();
            case JsonValueKind.Number:
                return value.GetRawText();
            case JsonValueKind.Array:
                var words = value.EnumerateArray().Select(word => Text(word)).ToList();
                return words.Contains(null) ? null : string.Join(',', words);
            default:
                return null;
        }
    }
}
