namespace FreedomPaySandbox.Emulator.Registry;

/// <summary>The account that a merchant had before a reset, and the one it has since.</summary>
internal sealed record StateChange(MerchantState Old, MerchantState Fresh);
