using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Gateway;

/// <summary>What must be true after any bad call: it left nothing behind, and the next good one works.</summary>
internal static class Aftermath
{
    public static async Task IsCleanAsync(RunningSandbox sandbox)
    {
        Assert.Empty(await sandbox.PayoutsAsync());
        Assert.Equal("1000000000", await sandbox.BalanceAsync());
        Assert.Equal("ok", (await sandbox.CallAsync(SignedCall.Payout("after all"))).Outcome);
        Assert.DoesNotContain(sandbox.Log.Entries.AssertNotEmpty(), entry => entry.StartsWith("Error", StringComparison.Ordinal));
    }
}
