using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Settings;

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

    /// <summary>The merchant, once all settings are read. Only the default merchant may do without secrets: it has published ones.</summary>
    public Merchant? Finish() => Secrets is { } secrets ? Merchant with { Secrets = secrets } : null;
}
