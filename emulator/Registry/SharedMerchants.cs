using System.Globalization;
using System.Text;
using System.Text.Json;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Registry;

/// <summary>Merchants and rules as sandboxes have them in common in a store: in the JSON of the admin API, sealed.</summary>
internal sealed class SharedMerchants(IReadOnlyList<Merchant> configured)
{
    private readonly SecretProtector _seal = new(configured[0].Secrets);

    public string Close(Merchant merchant) => _seal.Close(
        JsonSerializer.Serialize(MerchantView.From(merchant, merchant.OpeningBalance).With(merchant.Secrets), MerchantJson.Default.MerchantView),
        About("merchant", merchant.Id));

    public string Close(RuleSet rules, MerchantState state) => _seal.Close(
        Encoding.UTF8.GetString(RulesWriter.Write(new ActiveRules(rules), state.Merchant)), About("rules", state.Epoch));

    /// <summary>The merchant as it was made or changed, or else as this sandbox was started with it.</summary>
    /// <returns>Nothing when it is one of somebody else's settings, or was sealed with a secret that this sandbox does not have.</returns>
    public Merchant? Open(StoredMerchant stored) => stored.Sealed is { } closed
        ? _seal.Open(closed, About("merchant", stored.Id)) is { } json ? Read(json) : null
        : configured.FirstOrDefault(merchant => merchant.Id == stored.Id);

    /// <returns>Nothing when the state has those that a sandbox starts with, or they were sealed with another secret.</returns>
    public RuleSet? Open(StoredMerchantState stored) =>
        stored.Rules.Sealed is { } closed && _seal.Open(closed, About("rules", stored.Epoch)) is { } json
            ? RulesReader.Read(Encoding.UTF8.GetBytes(json), OperationNames.All).Rules
            : null;

    private static string About(string what, long number) => string.Create(CultureInfo.InvariantCulture, $"{what} {number}");

    private static Merchant? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var draft = new MerchantBuilder();
        return MerchantMembers.Read(document.RootElement, draft).Any() ? null : draft.Finish();
    }
}
