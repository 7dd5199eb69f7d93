using FreedomPaySandbox.Emulator.Admin.Views;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>Reads one payout: what is stored of it, its call in the journal, its callbacks and their attempts.</summary>
internal sealed class PayoutDetailReader(SandboxStore store, SandboxLocation place)
{
    private const int MostAttempts = 50;

    public async Task<PayoutDetail?> ReadAsync(MerchantState state, long payment, string sandbox, CancellationToken cancellation)
    {
        var time = MerchantTime.From(state);
        if (await store.Payouts.FindAsync(new PayoutQuery(state.Epoch, time.Now) { PaymentId = payment }, cancellation) is not [var stored])
            return null;

        var payout = ShownPayout.From(stored, state.Merchant.Secrets);

        var request = GetRequest(state, stored);
        var callbacks = new List<CallbackDetail>();
        foreach (var callback in await store.Callbacks.FindAsync(new CallbackQuery(state.Epoch) { PaymentId = payment }, cancellation))
            callbacks.Add(await DetailAsync(callback, state.Merchant, time, cancellation));
        var call = RepeatedCall.From(payout, request, state.Merchant, sandbox);
        return new PayoutDetail
        {
            Merchant = state.Merchant.Id,
            Payout = payout,
            Status = payout.StatusAt(time.Now),
            Method = OperationNames.For(payout.Method),
            CreatedAt = time.At(payout.CreatedAt),
            SettlesAt = time.At(payout.SettlesAt),
            Request = request is null ? null : RequestView.From(request),
            Callbacks = callbacks,
            Curl = call?.Curl,
            CurlHasOtherCard = call?.HasOtherCard == true,
            Test = TestSnippet.Render(payout, request, callbacks.Select(callback => callback.Callback)),
            Again = callbacks.Where(callback => callback.Callback.State == CallbackState.Pending).Select(callback => time.Until(callback.Callback.DueAt))
                .Append(time.Until(payout.SettlesAt)).Min(),
        };
    }

    private async Task<CallbackDetail> DetailAsync(StoredCallback callback, Merchant merchant, MerchantTime time, CancellationToken cancellation)
    {
        var attempts = await store.Callbacks.AttemptsAsync(callback.Key, MostAttempts, cancellation);
        return new CallbackDetail(
            callback, time.At(callback.DueAt), [.. attempts.Select(attempt => AttemptDetail.From(attempt, time, merchant.Secrets, callback.PostLink, place))], merchant.Schedule.Waits.Count);
    }

    // The first of its calls: later ones ask for its status, or repeat it under its idempotency key.
    private static JournalEntry? GetRequest(MerchantState state, Payout payout)
    {
        var query = new JournalQuery { Operation = OperationNames.For(payout.Method) };
        if (state.Journal.Find(query with { PaymentId = payout.PaymentId, Limit = 1 }).Entries is [var first])
            return first;

        // An answer that says that a payout failed does not say which.
        return payout.ErrorCode is { } code && !payout.WasInProcess
            ? state.Journal.Find(query with { OrderId = payout.OrderId, Outcome = $"error {code}" }).Entries.FirstOrDefault(entry => entry.At >= payout.CreatedAt)
            : null;
    }
}
