namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>The few words in which the engines differ; all other SQL is one text, in which they stand in braces.</summary>
/// <param name="Name">The engine, as people call it.</param>
/// <param name="OpenConnection">Run once on each new connection; nothing when empty.</param>
internal sealed record SqlDialect(string Name, string OpenConnection)
{
    public const string LockRowWord = "{lock_row}", LockClaimWord = "{lock_claim}", SkipLockedWord = "{skip_locked}", LikeWord = "{like}";

    /// <summary>Keeps a table in the order of its key.</summary>
    public string Clustered { get; init; } = "";

    /// <summary>Compares texts by their bytes.</summary>
    public string ByBytes { get; init; } = "";

    /// <summary>Compares with a pattern, whatever the case.</summary>
    public string Like { get; init; } = "like";

    /// <summary>Keeps others from the row of an epoch that was read as <c>a</c>, until the transaction ends.</summary>
    public string LockRow { get; init; } = "";

    /// <summary>Keeps others from the callbacks of a claim, and passes over those that others keep.</summary>
    public string LockClaim { get; init; } = "";

    /// <summary>Keeps others from what was read, and passes over what others keep.</summary>
    public string SkipLocked { get; init; } = "";

    /// <summary>Lets one sandbox at a time bring the schema up to date.</summary>
    public Statement? LockSchema { get; init; }

    /// <summary>
    /// Keeps others from all epochs that a transaction will need, always in the same order, so that no two wait for each other.
    /// </summary>
    public Statement? LockMerchants { get; init; }

    /// <summary>
    /// Which of many order ids are taken, each with its epoch; nothing where it costs no more to ask about one after the other.
    /// </summary>
    public Statement? FindOrders { get; init; }

    /// <summary>Has the engine look at the tables that grow; nothing where its plans do not depend on it.</summary>
    public Statement? LookAtTables { get; init; }

    /// <summary>Tells the other sandboxes something, at the commit.</summary>
    public Statement? Tell { get; init; }

    /// <summary>Whether a network lies between: statements then travel together, and a lost connection may hide a commit.</summary>
    public bool IsRemote { get; init; }

    /// <summary>
    /// How much is written in one transaction at most: more saves commits, and leaves the other cores without work meanwhile.
    /// </summary>
    public int MostAtOnce { get; init; } = 64;

    /// <summary>One writer at a time by nature, so nothing to lock. With WAL, a commit survives the death of the process.</summary>
    public static SqlDialect Sqlite { get; } = new(
        "SQLite",
        "pragma busy_timeout = 30000; pragma journal_mode = wal; pragma synchronous = normal; pragma temp_store = memory; pragma cache_size = -16384; pragma wal_autocheckpoint = 4000;")
    {
        Clustered = "without rowid",
    };

    /// <summary>The same for a file that is gone with the process: a power cut can spoil nothing that anybody will look for.</summary>
    public static SqlDialect TemporarySqlite { get; } = Sqlite with { OpenConnection = Sqlite.OpenConnection + " pragma synchronous = off;" };

    /// <summary>Many write at once, so each keeps the others from the rows it decides about.</summary>
    public static SqlDialect Postgres { get; } = new("PostgreSQL", "")
    {
        ByBytes = "collate \"C\"",
        Like = "ilike",
        LockRow = "for update of a",
        LockClaim = "for update of c skip locked",
        SkipLocked = "for update skip locked",
        LockSchema = new Statement("select pg_advisory_xact_lock(7076680)"),
        LockMerchants = new Statement("select number from accounts where number = any(@numbers) order by number for update"),
        FindOrders = new Statement(
            """
            select o.account, o.order_id
            from unnest(@accounts, @orders) as o (account, order_id)
                cross join lateral (select 1 from payouts p where p.account = o.account and p.order_id = o.order_id limit 1) as taken
            """),
        LookAtTables = new Statement("analyze payouts, callbacks, attempts"),
        Tell = new Statement("select pg_notify(@channel, news) from unnest(@news) as news"),
        IsRemote = true,
        MostAtOnce = 256,
    };

    /// <summary>An argument as the engine takes it; PostgreSQL stores no NUL.</summary>
    public object GetValue(object? argument) => argument switch
    {
        null => DBNull.Value,
        string text when IsRemote => text.Replace('\0', '\uFFFD'),
        _ => argument,
    };

    /// <summary>A text with the engine's own words in it.</summary>
    public string Put(string sql) => sql
        .Replace("{clustered}", Clustered, StringComparison.Ordinal)
        .Replace("{by_bytes}", ByBytes, StringComparison.Ordinal)
        .Replace(LikeWord, Like, StringComparison.Ordinal)
        .Replace(LockRowWord, LockRow, StringComparison.Ordinal)
        .Replace(LockClaimWord, LockClaim, StringComparison.Ordinal)
        .Replace(SkipLockedWord, SkipLocked, StringComparison.Ordinal);
}
