using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>A merchant while its settings are being read; its secrets may come one after the other.</summary>
internal sealed class MerchantDraft
{
    public Merchant Merchant { get; set; } = Merchant.Default;

    public string? PayoutSecret { get; set; }

    public string? ReceiveSecret { get; set; }

    /// <summary>The merchant, once all settings are read. Only the default merchant may do without secrets: it has published ones.</summary>
    public Merchant? Finish()
    {
        if (MerchantSecrets.Of(PayoutSecret, ReceiveSecret) is { } secrets)
            return Merchant with { Secrets = secrets };
        return Merchant.Id == Merchant.DefaultId ? Merchant : null;
    }
}
