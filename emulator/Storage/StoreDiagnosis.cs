using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Says of a store that failed what is wrong with it, and what to do. Pure; never with a password.</summary>
internal static class StoreDiagnosis
{
    public const string ByItself = "The sandbox goes on by itself then.";

    public static string Explain(string place, DbException fault) => fault switch
    {
        StoreLostException => fault.Message,
        SqliteException sqlite => OfSqlite(place, sqlite),
        { SqlState: { } state } => OfPostgres(place, state, fault.Message),
        _ => NoAnswer(place, fault.Message),
    };

    public static string Silent(string place) =>
        $"the store does not answer: {place} has not taken a write for a while. See whether its disk or server hangs, or another program holds it locked. {ByItself}";

    public static string Full(string place) => $"the disk of the store {place} is full. Make room on it. {ByItself}";

    public static string ReadOnly(string place) => $"the store {place} is read-only. Make the file and its folder writable again. {ByItself}";

    public static string Damaged(string place) =>
        $"the store {place} is damaged: something else was written over it. Put a copy of it back, or stop the sandbox, delete the file and start again.";

    public static string Emptied(string place) =>
        $"the store {place} has lost its tables. Restore them, or start the sandbox again to begin with an empty store.";

    private static string OfSqlite(string place, SqliteException fault) => fault.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => Full(place),
        raw.SQLITE_READONLY => ReadOnly(place),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Damaged(place),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"another program holds the store {place} locked. Close it. {ByItself}",
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN => $"the store {place} cannot be written: {Bare(fault.Message)}. See to its disk, the room on it and quotas. {ByItself}",
        _ => NoAnswer(place, fault.Message),
    };

    private static string OfPostgres(string place, string state, string message) => state switch
    {
        "3D000" => $"the store does not answer: there is no database {place} any more. Restore it; or create it empty, and start the sandbox again.",
        "42P01" or "3F000" => Emptied(place),
        "53100" => Full(place),
        "25006" => $"the store {place} takes no writes: it is a standby, or read-only. Name the primary with --store, or make it writable. {ByItself}",
        _ when state.StartsWith("28", StringComparison.Ordinal) => $"the store {place} does not let the sandbox in: {Bare(message)}. Give its user access again. {ByItself}",
        _ => NoAnswer(place, message),
    };

    private static string NoAnswer(string place, string message) =>
        $"the store does not answer: {Bare(message)}. See to {place}. {ByItself}";

    private static string Bare(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}

/// <summary>The database cannot be reached, for a reason that the network gave and not the engine.</summary>
internal sealed class StoreFaultException(string message, Exception inner) : DbException(message, inner)
{
    public override bool IsTransient => true;
}

/// <summary>What was opened is not there any more, or not what it was; the message says so in a sentence, and what to do.</summary>
/// <param name="message">What happened to the store, and the next step.</param>
/// <param name="letGo">Whether connections to it are of no more use.</param>
internal sealed class StoreLostException(string message, bool letGo = false) : DbException(message)
{
    public bool LetGo => letGo;
}

/// <summary>The store cannot be opened; the message says why and what to do.</summary>
internal sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Tells faults of the way to a database from those of what was asked.</summary>
internal static class LostConnection
{
    /// <summary>The connection is no good any more; another one may be.</summary>
    public static bool Is(Exception fault) => fault switch
    {
        DbException { SqlState: { } state } => state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal),
        DbException { IsTransient: true } => true,
        _ => fault is ObjectDisposedException,
    };

    /// <summary>Two transactions came into each other's way, and one was sent back; it may come again.</summary>
    public static bool IsCollision(Exception fault) => fault is DbException { SqlState: "40001" or "40P01" or "23505" };
}
