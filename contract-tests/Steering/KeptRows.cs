using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>All that a store keeps of an account, row by row, seen or unseen from outside.</summary>
internal static class KeptRows
{
    private static readonly Statement[] s_rows =
    [
        new("select 'payout ' || payment_id || ' settles ' || settles_at || ' comes back ' || comes_back from payouts where account = @account"),
        new("""
            select 'callback ' || payment_id || '-' || number || ' due ' || due_at || ' leased ' || leased_until || ' claims ' || claims
                || ' attempts ' || attempts || ' tries ' || tries || ' state ' || state
            from callbacks where account = @account
            """),
        new("select 'attempt ' || payment_id || '-' || callback || '-' || number from attempts where account = @account"),
    ];

    private static readonly Statement s_number = new("select number from accounts where merchant_id = @merchant");

    private static readonly Statement s_leftOver = new(
        """
        select (select count(*) from payouts where account not in (select number from accounts))
            + (select count(*) from callbacks where account not in (select number from accounts))
            + (select count(*) from attempts where account not in (select number from accounts))
        """);

    public static async Task<long> AccountAsync(this SandboxStore store, long merchant) => (await store.ReadAsync(
        session => session.QueryAsync(s_number, row => row.GetInt64(0), merchant), CancellationToken.None)).Single();

    public static async Task<IReadOnlySet<string>> RowsAsync(this SandboxStore store, long epoch)
    {
        var rows = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in s_rows)
            rows.UnionWith(await store.ReadAsync(session => session.QueryAsync(statement, row => row.GetString(0), epoch), CancellationToken.None));
        return rows;
    }

    /// <summary>How many rows there are of accounts that are closed.</summary>
    public static async Task<long> LeftOverAsync(this SandboxStore store) => (await store.ReadAsync(
        session => session.QueryAsync(s_leftOver, row => row.GetInt64(0)), CancellationToken.None)).Single();
}
