using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// The SQLite file a sandbox keeps its state in, held for this process alone while open: a second sandbox on one file would
/// share neither clock nor memory with the first.
/// </summary>
internal sealed class StoreLocation : IDisposable
{
    private const string TemporaryPrefix = "freedompay-sandbox-";

    private readonly FileStream _hold;
    private readonly bool _temporary;

    private StoreLocation(string path, FileStream hold, bool temporary)
    {
        Path = path;
        _hold = hold;
        _temporary = temporary;
    }

    public string Path { get; }

    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString();

    public SqlDialect Dialect => _temporary ? SqlDialect.TemporarySqlite : SqlDialect.Sqlite;

    /// <summary>Holds the file of that name, or a temporary one that is gone with the process.</summary>
    /// <exception cref="StoreUnavailableException">Another sandbox holds it, or the folder cannot be written.</exception>
    public static StoreLocation Hold(string? path)
    {
        if (path is not null)
            return Hold(System.IO.Path.GetFullPath(path), temporary: false);

        SweepTemporary();
        var name = string.Create(CultureInfo.InvariantCulture, $"{TemporaryPrefix}{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}.db");
        return Hold(System.IO.Path.Combine(System.IO.Path.GetTempPath(), name), temporary: true);
    }

    private static int s_count;

    public void Dispose()
    {
        if (_temporary)
            DeleteFiles(Path);
        _hold.Dispose();
    }

    public override string ToString() => _temporary ? "a temporary file" : Path;

    private static StoreLocation Hold(string path, bool temporary)
    {
        try
        {
            var hold = new FileStream(
                path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return new StoreLocation(path, hold, temporary);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(
                File.Exists(path + ".lock")
                    ? $"The store {path} is in use by another sandbox. Stop that one, or give this one a file of its own with --store."
                    : $"The store {path} cannot be written: {fault.Message}",
                fault);
        }
    }

    // What a killed process could not delete; files that a living one holds are left alone.
    private static void SweepTemporary()
    {
        foreach (var path in Directory.EnumerateFiles(System.IO.Path.GetTempPath(), TemporaryPrefix + "*.db"))
        {
            try
            {
                using var hold = Hold(path, temporary: true);
            }
            catch (StoreUnavailableException)
            {
                // In use.
            }
        }
    }

    private static void DeleteFiles(string path)
    {
        foreach (var file in new[] { path, path + "-wal", path + "-shm" })
            File.Delete(file);
    }
}
