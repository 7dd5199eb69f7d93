namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>All merchants, by their ids.</summary>
internal sealed record MerchantList(IReadOnlyList<MerchantView> Merchants);
