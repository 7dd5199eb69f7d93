using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Dashboard.Views;

/// <summary>Reads the list of payouts, the newest first.</summary>
internal sealed class PayoutListReader(MerchantBook merchants, SandboxStore store, SandboxClock machine)
{
    public async Task<PayoutListView> ReadAsync(Account? picked, PayoutFilter filter, string sandbox, CancellationToken cancellation)
    {
        var found = await store.Payouts.FindAsync(
            new RecentPayouts(machine.Now)
            {
                Account = picked?.Number,
                Before = filter.Before,
                Limit = RecentPayouts.DefaultLimit + 1,
                Status = filter.Status,
                Method = filter.Method,
                Search = filter.Search,
            },
            cancellation);
        var times = new Dictionary<long, MerchantTime>();
        var shown = found.Take(RecentPayouts.DefaultLimit).Select(recent => (Recent: Shown(recent), Time: TimeOf(recent.Payout))).ToList();
        return new PayoutListView
        {
            Filter = filter,
            Rows = [.. shown.Select(one => RowOf(one.Recent, one.Time))],
            Older = found.Count > shown.Count ? (filter with { Before = shown[^1].Recent.Cursor }).Address : null,
            FirstCall = found.Count == 0 && !filter.Narrows && filter.Before is null ? FirstCallOf(picked, sandbox) : null,
            Again = shown.Min(one => one.Time.Until(one.Recent.Payout.SettlesAt)),
        };

        RecentPayout Shown(RecentPayout recent) => merchants.ByNumber(recent.Payout.Account) is { } account
            ? recent with { Payout = ShownPayout.Of(recent.Payout, account.Merchant.Secrets) }
            : recent;

        MerchantTime TimeOf(Payout payout)
        {
            if (!times.TryGetValue(payout.Account, out var time))
                times[payout.Account] = time = merchants.ByNumber(payout.Account) is { } account ? MerchantTime.Of(account) : new MerchantTime(machine.Now, TimeSpan.Zero, stands: false);
            return time;
        }
    }

    /// <summary>Whether an order id holds that text.</summary>
    public async Task<bool> HasOrderAsync(Account? picked, PayoutSearch text, CancellationToken cancellation) =>
        await store.Payouts.FindAsync(new RecentPayouts(machine.Now) { Account = picked?.Number, Limit = 1, Search = text }, cancellation) is [_];

    private static PayoutRow RowOf(RecentPayout recent, MerchantTime time)
    {
        var payout = recent.Payout;
        var status = payout.StatusAt(time.Now);
        return new PayoutRow
        {
            Address = DashboardPaths.OfPayout(payout.MerchantId, payout.PaymentId),
            Merchant = payout.MerchantId,
            PaymentId = payout.PaymentId,
            OrderId = payout.OrderId,
            CreatedAt = time.At(payout.CreatedAt),
            Amount = payout.Amount,
            Currency = payout.Currency,
            Recipient = payout.Recipient?.Mask,
            Method = GatewayMethods.Of(payout.Method),
            Status = status,
            ErrorCode = status == PayoutStatus.Error ? payout.ErrorCode : null,
            Callback = CallbackMark.Of(recent.Callbacks, time),
        };
    }

    private FirstCall? FirstCallOf(Account? picked, string sandbox) =>
        (picked ?? merchants.All.FirstOrDefault()) is { } account ? FirstCall.Of(account.Merchant, sandbox) : null;
}
