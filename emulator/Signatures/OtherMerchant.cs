using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>A merchant whose call it is not, but whose secret may have signed it.</summary>
internal sealed record OtherMerchant(long Id, MerchantSecrets Secrets);
