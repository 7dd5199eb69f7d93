using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>Reads the list of payouts, the newest first.</summary>
internal sealed class PayoutListReader(MerchantRegistry merchants, SandboxStore store, SandboxClock machine)
{
    public async Task<PayoutListView> ReadAsync(MerchantState? picked, PayoutFilter filter, string sandbox, CancellationToken cancellation)
    {
        var found = await store.Payouts.FindAsync(
            new RecentPayouts(machine.Now)
            {
                Epoch = picked?.Epoch,
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
            Rows = [.. shown.Select(one => GetRow(one.Recent, one.Time))],
            Older = found.Count > shown.Count ? (filter with { Before = shown[^1].Recent.Cursor }).Address : null,
            FirstCall = found.Count == 0 && !filter.Narrows && filter.Before is null ? GetFirstCall(picked, sandbox) : null,
            Again = shown.Min(one => one.Time.Until(one.Recent.Payout.SettlesAt)),
        };

        RecentPayout Shown(RecentPayout recent) => merchants.FindEpoch(recent.Payout.Epoch) is { } state
            ? recent with { Payout = ShownPayout.From(recent.Payout, state.Merchant.Secrets) }
            : recent;

        MerchantTime TimeOf(Payout payout)
        {
            if (!times.TryGetValue(payout.Epoch, out var time))
                times[payout.Epoch] = time = merchants.FindEpoch(payout.Epoch) is { } state ? MerchantTime.From(state) : new MerchantTime(machine.Now, TimeSpan.Zero, stands: false);
            return time;
        }
    }

    /// <summary>Whether an order id holds that text.</summary>
    public async Task<bool> HasOrderAsync(MerchantState? picked, PayoutSearch text, CancellationToken cancellation) =>
        await store.Payouts.FindAsync(new RecentPayouts(machine.Now) { Epoch = picked?.Epoch, Limit = 1, Search = text }, cancellation) is [_];

    private static PayoutRow GetRow(RecentPayout recent, MerchantTime time)
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
            Method = OperationNames.For(payout.Method),
            Status = status,
            ErrorCode = status == PayoutStatus.Error ? payout.ErrorCode : null,
            Callback = CallbackMark.From(recent.Callbacks, time),
        };
    }

    private SamplePayout? GetFirstCall(MerchantState? picked, string sandbox) =>
        (picked ?? merchants.All.FirstOrDefault()) is { } state ? SamplePayout.From(state.Merchant, sandbox) : null;
}
