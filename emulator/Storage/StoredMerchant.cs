namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A merchant that has an account, as those see it who share the store.</summary>
/// <param name="Id">The merchant's.</param>
/// <param name="Account">The account it has now.</param>
/// <param name="Sealed">Its settings and secrets, sealed, where it was made or changed while sandboxes ran.</param>
internal sealed record StoredMerchant(long Id, StoredMerchantState Account, string? Sealed);
