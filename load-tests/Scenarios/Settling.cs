using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>Brings to an end what is in process.</summary>
internal static class Settling
{
    private const int AtOnce = 32;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);

    /// <summary>Moves a merchant's clock to where nothing is in process any more.</summary>
    public static async Task AllAsync(SandboxMerchant merchant)
    {
        var open = await merchant.Payouts.FindAsync(status: PayoutStatus.Process);
        if (open.Count == 0)
            return;
        var ahead = open.Max(payout => payout.SettlesAt) - await merchant.Clock.NowAsync() + TimeSpan.FromMilliseconds(1);
        if (ahead > TimeSpan.Zero)
            await merchant.Clock.AdvanceAsync(ahead);
    }

    /// <summary>
    /// Settles what a run left in process, so that nothing of it happens to the merchant when the run is over; as far as that can be done
    /// soon.
    /// </summary>
    public static async Task AtOnceAsync(SandboxMerchant merchant, string run)
    {
        using var limit = new CancellationTokenSource(s_longest, TimeProvider.System);
        try
        {
            var open = await merchant.Payouts.FindAsync(status: PayoutStatus.Process, cancellation: limit.Token);
            await Parallel.ForEachAsync(
                open.Where(payout => payout.OrderId.StartsWith(run, StringComparison.Ordinal)),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = limit.Token },
                async (payout, cancellation) => await merchant.Payouts.SettleAsync(payout.Id, cancellation: cancellation));
        }
        catch (Exception fault) when (fault is SandboxException or OperationCanceledException)
        {
            // It settled by itself meanwhile, or the sandbox is gone: restoring the merchant says so.
        }
    }
}
