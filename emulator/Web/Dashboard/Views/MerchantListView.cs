namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>Merchants by their ids, some at a time.</summary>
/// <param name="Merchants">Those shown.</param>
/// <param name="More">Where the list goes on.</param>
internal sealed record MerchantListView(IReadOnlyList<MerchantCard> Merchants, string? More);
