using FreedomPaySandbox.ContractTests.Postgres;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>The leases of callbacks that the dead had under way.</summary>
internal static class SharedLeases
{
    /// <summary>Lets them be over as if a minute had passed. In a long run nothing is done: whoever waits long enough sees them end.</summary>
    public static Task EndAsync(PostgresDatabase database) =>
        FaultTime.IsLong ? Task.CompletedTask : database.RunAsync(Text);

    public const string Text = "update callbacks set leased_until = leased_until - 60000 where state = 0 and leased_until > 0";
}
