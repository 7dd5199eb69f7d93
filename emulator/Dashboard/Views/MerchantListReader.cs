using FreedomPaySandbox.Emulator.Admin.Views;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Dashboard.Views;

/// <summary>Reads merchants and their clocks, some at a time: tests may have made thousands.</summary>
internal sealed class MerchantListReader(MerchantBook merchants, SandboxStore store)
{
    private const int AtOnce = 50;

    public async Task<MerchantListView> ReadAsync(Account? picked, long after, CancellationToken cancellation)
    {
        var (shown, last) = Next(picked, after);
        var cards = new List<MerchantCard>();
        foreach (var account in shown)
        {
            var balance = await store.Accounts.BalanceAsync(account.Number, account.Clock.Now, cancellation) ?? account.Merchant.OpeningBalance;
            cards.Add(new MerchantCard(MerchantView.Of(account.Merchant, balance), balance, ClockCard.Of(account), account.Rules.Set.Rules.Count));
        }

        return new MerchantListView(cards, last is null ? null : DashboardPaths.With(DashboardPaths.Merchants, ("after", last)));
    }

    public ClockListView Clocks(Account? picked, long after)
    {
        var (shown, last) = Next(picked, after);
        return new ClockListView(
            [.. shown.Select(ClockCard.Of)], last is null ? null : DashboardPaths.With(DashboardPaths.Clock, ("after", last)), picked is null && merchants.Count > 1);
    }

    private (IReadOnlyList<Account> Shown, string? Last) Next(Account? picked, long after)
    {
        if (picked is not null)
            return ([picked], null);
        var found = merchants.All.Where(account => account.Merchant.Id > after).Take(AtOnce + 1).ToList();
        return found.Count > AtOnce
            ? (found[..AtOnce], found[AtOnce - 1].Merchant.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : (found, null);
    }
}
