using SQLitePCL;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// SQLite's settings for a whole process, so only for one that is the sandbox's own. By default SQLite guards each connection against several
/// threads at once and counts each byte of its memory; here a connection serves one at a time, and nobody asks for the count.
/// </summary>
internal static class SqliteLibrary
{
    /// <summary>Has no effect once the process has opened a database.</summary>
    public static void Tune()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }
}
