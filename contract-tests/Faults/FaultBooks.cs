using FreedomPaySandbox.ContractTests.Storage;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>Closes the books of a store, after all callbacks have come to their end.</summary>
internal static class FaultBooks
{
    // Behind every moment at which a payout settles, wherever clocks were put.
    private static readonly TimeSpan s_late = TimeSpan.FromDays(30);

    public static async Task<FaultLedger> CloseAsync(string store, OrderLoad load, FaultEndpoint endpoint)
    {
        await using var opened = await SandboxStore.OpenAsync(store);
        return await CloseAsync(opened, load, endpoint);
    }

    public static async Task<FaultLedger> CloseAsync(SandboxStore store, OrderLoad load, FaultEndpoint endpoint)
    {
        var epoch = (await store.States.OpenAsync(Merchant.Default, default, ClockReading.Machine)).Epoch;
        return new FaultLedger
        {
            Orders = load.Sent,
            Payouts = [.. (await store.Payouts.AllAsync(epoch, CancellationToken.None)).Select(payout =>
                new BookedPayout(payout.PaymentId, payout.OrderId, payout.Amount, payout.Debited && payout.ErrorCode is null))],
            Callbacks = [.. (await store.CallbacksAsync()).Select(callback => new BookedCallback(callback.PaymentId, callback.State))],
            Seen = endpoint.Seen,
            Opening = Merchant.Default.OpeningBalance,
            Balance = (await store.States.BalanceAsync(epoch, TimeProvider.System.GetUtcNow() + s_late, CancellationToken.None))!.Value,
        };
    }
}
