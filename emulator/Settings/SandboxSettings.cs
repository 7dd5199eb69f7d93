using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>All that can be chosen about a sandbox. The defaults need no choice at all.</summary>
internal sealed record SandboxSettings
{
    public string Url { get; init; } = "http://localhost:8585";

    /// <summary>The SQLite file, or none for a temporary one.</summary>
    public string? Store { get; init; }

    public UnknownMerchantCode UnknownMerchantCode { get; init; } = UnknownMerchantCode.Code9998;

    public CallbackConcurrency CallbackConcurrency { get; init; } = new();

    public IReadOnlyList<Merchant> Merchants { get; init; } = [Merchant.Default];
}
