using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>Moves a merchant's clock to where nothing is in process any more.</summary>
internal static class Settling
{
    public static async Task AllAsync(SandboxMerchant merchant)
    {
        var open = await merchant.Payouts.FindAsync(status: PayoutStatus.Process);
        if (open.Count == 0)
            return;
        var ahead = open.Max(payout => payout.SettlesAt) - await merchant.Clock.NowAsync() + TimeSpan.FromMilliseconds(1);
        if (ahead > TimeSpan.Zero)
            await merchant.Clock.AdvanceAsync(ahead);
    }
}
