using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>Reads merchants and their clocks, some at a time: tests may have made thousands.</summary>
internal sealed class MerchantListReader(MerchantRegistry merchants, SandboxStore store)
{
    private const int AtOnce = 50;

    public async Task<MerchantListView> ReadAsync(MerchantState? picked, long after, CancellationToken cancellation)
    {
        var (shown, last) = Next(picked, after);
        var cards = new List<MerchantCard>();
        foreach (var state in shown)
        {
            var balance = await store.States.BalanceAsync(state.Epoch, state.Clock.Now, cancellation) ?? state.Merchant.OpeningBalance;
            cards.Add(new MerchantCard(MerchantView.From(state.Merchant, balance), balance, ClockCard.From(state), state.Rules.Set.Rules.Count));
        }

        return new MerchantListView(cards, last is null ? null : DashboardPaths.With(DashboardPaths.Merchants, ("after", last)));
    }

    public ClockListView Clocks(MerchantState? picked, long after)
    {
        var (shown, last) = Next(picked, after);
        return new ClockListView(
            [.. shown.Select(ClockCard.From)], last is null ? null : DashboardPaths.With(DashboardPaths.Clock, ("after", last)), picked is null && merchants.Count > 1);
    }

    private (IReadOnlyList<MerchantState> Shown, string? Last) Next(MerchantState? picked, long after)
    {
        if (picked is not null)
            return ([picked], null);
        var found = merchants.All.Where(state => state.Merchant.Id > after).Take(AtOnce + 1).ToList();
        return found.Count > AtOnce
            ? (found[..AtOnce], found[AtOnce - 1].Merchant.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : (found, null);
    }
}
