namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>The few words in which the engines differ; all other SQL is one text.</summary>
/// <param name="Name">The engine, as people call it.</param>
/// <param name="LockRow">Keeps others from a row that was read, until the transaction ends.</param>
/// <param name="SkipLocked">The same for the callbacks of a claim, passing over those that others hold.</param>
/// <param name="Clustered">Keeps a table in the order of its key.</param>
/// <param name="OpenConnection">Run once on each new connection.</param>
internal sealed record SqlDialect(string Name, string LockRow, string SkipLocked, string Clustered, string OpenConnection)
{
    /// <summary>One writer at a time by nature, so nothing to lock. With WAL, a commit survives the death of the process.</summary>
    public static SqlDialect Sqlite { get; } = new(
        "SQLite",
        LockRow: "",
        SkipLocked: "",
        Clustered: "without rowid",
        OpenConnection: "pragma journal_mode = wal; pragma synchronous = normal; pragma temp_store = memory; pragma cache_size = -65536; pragma wal_autocheckpoint = 8000;");

    /// <summary>The same for a file that is gone with the process: a power cut can spoil nothing that anybody will look for.</summary>
    public static SqlDialect TemporarySqlite { get; } = Sqlite with { OpenConnection = Sqlite.OpenConnection + " pragma synchronous = off;" };
}
