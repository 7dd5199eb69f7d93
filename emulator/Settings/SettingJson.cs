using System.Text.Json;

namespace FreedomPaySandbox.Emulator.Settings;

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
