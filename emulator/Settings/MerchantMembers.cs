using System.Text.Json;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>Reads the settings of a merchant from the members of a JSON object, wherever that object stands.</summary>
internal static class MerchantMembers
{
    public static string Known { get; } = string.Join(", ", MerchantSettingTable.All.Select(setting => setting.Member));

    /// <summary>Takes all members over, and says of each that it could not what is wrong with it; never with its text, which may be a secret.</summary>
    /// <param name="merchant">A JSON object.</param>
    /// <param name="draft">What takes them over.</param>
    /// <param name="file">The file in which the object stands, if it stands in one.</param>
    public static IEnumerable<string> Read(JsonElement merchant, MerchantBuilder draft, string? file = null)
    {
        var place = file is null ? "" : $"{file}: ";
        foreach (var member in merchant.EnumerateObject())
        {
            if (MerchantSettingTable.All.FirstOrDefault(setting => member.NameEquals(setting.Member)) is not { } setting)
                yield return $"{place}{member.Name} is not a setting of a merchant. Did you mean {Nearest(member.Name)}? Known: {Known}.";
            else if (SettingJson.Text(member.Value, setting.IsTrueOrFalse) is not { } text)
                yield return $"{place}{member.Name}: expected {(setting.IsTrueOrFalse ? "true or false" : "a text, a number or a list of them")}.";
            else if (SettingText.HasControls(text))
                yield return $"{place}{member.Name}: expected a text without control characters. Take them out.";
            else if (setting.Apply(ref draft, text) is { } expected)
                yield return $"{place}{member.Name}: expected {expected}.";
            else if (file is not null)
                draft.Origins.Note(setting.Name, SettingOrigins.OfFile(file));
        }
    }

    private static string Nearest(string name) => NearestName.Find(name, MerchantSettingTable.All.Select(setting => setting.Member));
}
