using FreedomPaySandbox.Emulator.Callbacks.Reachability;
using FreedomPaySandbox.Emulator.Admin.Views;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Dashboard.Views;

/// <summary>Reads one payout: what is stored of it, its call in the journal, its callbacks and their attempts.</summary>
internal sealed class PayoutDetailReader(SandboxStore store, SandboxPlace place)
{
    private const int MostAttempts = 50;

    public async Task<PayoutDetail?> ReadAsync(Account account, long payment, string sandbox, CancellationToken cancellation)
    {
        var time = MerchantTime.Of(account);
        if (await store.Payouts.FindAsync(new PayoutQuery(account.Number, time.Now) { PaymentId = payment }, cancellation) is not [var stored])
            return null;

        var payout = ShownPayout.Of(stored, account.Merchant.Secrets);

        var request = RequestOf(account, stored);
        var callbacks = new List<CallbackDetail>();
        foreach (var callback in await store.Callbacks.FindAsync(new CallbackQuery(account.Number) { PaymentId = payment }, cancellation))
            callbacks.Add(await DetailAsync(callback, account.Merchant, time, cancellation));
        var call = RepeatedCall.Of(payout, request, account.Merchant, sandbox);
        return new PayoutDetail
        {
            Merchant = account.Merchant.Id,
            Payout = payout,
            Status = payout.StatusAt(time.Now),
            Method = GatewayMethods.Of(payout.Method),
            CreatedAt = time.At(payout.CreatedAt),
            SettlesAt = time.At(payout.SettlesAt),
            Request = request is null ? null : RequestView.Of(request),
            Callbacks = callbacks,
            Curl = call?.Curl,
            CurlHasOtherCard = call?.HasOtherCard == true,
            Test = TestSnippet.Of(payout, request, callbacks.Select(callback => callback.Callback)),
            Again = callbacks.Where(callback => callback.Callback.State == CallbackState.Owed).Select(callback => time.Until(callback.Callback.DueAt))
                .Append(time.Until(payout.SettlesAt)).Min(),
        };
    }

    private async Task<CallbackDetail> DetailAsync(StoredCallback callback, Merchant merchant, MerchantTime time, CancellationToken cancellation)
    {
        var attempts = await store.Callbacks.AttemptsAsync(callback.Key, MostAttempts, cancellation);
        return new CallbackDetail(
            callback, time.At(callback.DueAt), [.. attempts.Select(attempt => AttemptDetail.Of(attempt, time, merchant.Secrets, callback.PostLink, place))], merchant.Schedule.Waits.Count);
    }

    // The first of its calls: later ones ask for its status, or repeat it under its idempotency key.
    private static JournalEntry? RequestOf(Account account, Payout payout)
    {
        var query = new JournalQuery { Operation = GatewayMethods.Of(payout.Method) };
        if (account.Journal.Find(query with { PaymentId = payout.PaymentId, Limit = 1 }).Entries is [var first])
            return first;

        // An answer that says that a payout failed does not say which.
        return payout.ErrorCode is { } code && !payout.WasInProcess
            ? account.Journal.Find(query with { OrderId = payout.OrderId, Outcome = $"error {code}" }).Entries.FirstOrDefault(entry => entry.At >= payout.CreatedAt)
            : null;
    }
}
