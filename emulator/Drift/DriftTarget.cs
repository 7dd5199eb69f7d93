using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Drift;

/// <summary>A gateway that scenarios are played against, and the merchant that calls it.</summary>
internal sealed record DriftTarget(Uri Address, long MerchantId, MerchantSecrets Secrets)
{
    public override string ToString() => Address.Authority;
}
