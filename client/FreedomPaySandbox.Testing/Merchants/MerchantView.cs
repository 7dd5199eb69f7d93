namespace FreedomPaySandbox.Testing;

/// <summary>A merchant as the admin API shows it; with its secrets only where it was just made.</summary>
internal sealed record MerchantView(long Id, decimal Balance, string? PayoutSecret, string? ReceiveSecret)
{
    /// <summary>Never with the secrets.</summary>
    public override string ToString() => $"merchant {Id}";
}
