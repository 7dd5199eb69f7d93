using System.Text.Json;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>Reads the settings of a merchant from the members of a JSON object, wherever that object stands.</summary>
internal static class MerchantMembers
{
    public static string Known { get; } = string.Join(", ", MerchantSettingTable.All.Select(setting => setting.Member));

    /// <summary>
    /// Takes all members over, and says of each that it could not what is wrong with it; never with its text, which may be a secret.
    /// </summary>
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

/// <summary>A merchant while its settings are being read; its secrets may come one after the other.</summary>
internal sealed class MerchantBuilder
{
    public Merchant Merchant { get; set; } = Merchant.Default;

    public string? PayoutSecret { get; set; }

    public string? ReceiveSecret { get; set; }

    /// <summary>Where each setting that was given came from, by its name.</summary>
    public SettingOrigins Origins { get; } = new();

    /// <summary>Those that were given, or else the published ones where they may be had.</summary>
    public MerchantSecrets? Secrets =>
        MerchantSecrets.Create(PayoutSecret, ReceiveSecret) ?? (Merchant.Id == Merchant.DefaultId ? MerchantSecrets.Published : null);

    /// <summary>
    /// The merchant, once all settings are read. Only the default merchant may do without secrets: it has published ones.
    /// </summary>
    public Merchant? Finish() => Secrets is { } secrets ? Merchant with { Secrets = secrets } : null;
}
