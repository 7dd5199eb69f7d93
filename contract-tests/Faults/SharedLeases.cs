using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Postgres;
using Npgsql;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>The leases of callbacks that the dead had under way.</summary>
internal static class SharedLeases
{
    public const string Text = "update callbacks set leased_until = leased_until - 60000 where state = 0 and leased_until > 0";

    /// <summary>
    /// Lets them be over as if a minute had passed. In a long run nothing is done: they end by themselves.
    /// </summary>
    public static async Task EndAsync(PostgresDatabase database)
    {
        if (FaultTime.IsLong)
            return;
        var patience = Patience.For("an end of the leases");
        while (patience.GoesOn() && !await TryAsync(database))
        {
        }
    }

    // The living lock the same rows in an order of their own; whom the server ends of two that wait for each other is its choice.
    private static async Task<bool> TryAsync(PostgresDatabase database)
    {
        try
        {
            await database.RunAsync(Text);
            return true;
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            return false;
        }
    }
}
