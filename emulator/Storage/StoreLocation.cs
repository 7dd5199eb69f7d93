using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// The SQLite file a sandbox keeps its state in, held for this process alone while open: a second sandbox on one file would
/// share neither clock nor memory with the first.
/// </summary>
internal sealed class StoreLocation : IDisposable
{
    private const string Beside = ".lock";

    // ENOSPC, and ERROR_DISK_FULL.
    private const int Full = 28, WindowsFull = unchecked((int)0x80070070);

    private const string TemporaryPrefix = "freedompay-sandbox-";

    private readonly FileStream _beside;
    private readonly bool _temporary;

    private StoreLocation(string path, FileStream beside, FileLock hold, bool temporary)
    {
        _beside = beside;
        Path = path;
        File = hold;
        _temporary = temporary;
        (Store, BelongsToNobody) = Begin(path, hold);
    }

    public string Path { get; }

    /// <summary>The file as it was opened.</summary>
    public FileLock File { get; }

    /// <summary>Which store it is, as its header says or is to say.</summary>
    public int Store { get; }

    /// <summary>Whether the file does not say which program it belongs to.</summary>
    public bool BelongsToNobody { get; }

    /// <summary>A file that is not there any more is not created again by the next connection.</summary>
    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString();

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

    /// <param name="hold">The file as it is held now.</param>
    public void Dispose(IDisposable hold)
    {
        if (_temporary)
            DeleteFiles(Path);
        hold.Dispose();
        _beside.Dispose();
    }

    public void Dispose() => Dispose(File);

    public override string ToString() => _temporary ? "a temporary file" : Path;

    private static StoreLocation Hold(string path, bool temporary)
    {
        FileStream? beside = null;
        FileLock? hold = null;
        try
        {
            if (Directory.Exists(path))
                throw new StoreUnavailableException($"The store {path} cannot be opened: it is a folder. Name a file in it, such as {System.IO.Path.Combine(path, "sandbox.db")}.");
            beside = TryTakeBeside(path) ?? throw InUse(path);
            hold = FileLock.TryTake(path) ?? throw InUse(path);
            return new StoreLocation(path, beside, hold, temporary);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            hold?.Dispose();
            beside?.Dispose();
            var reason = fault.HResult is Full or WindowsFull ? "its disk is full. Make room on it." : fault.Message;
            throw new StoreUnavailableException($"The store {path} cannot be written: {reason}", fault);
        }
        catch (StoreUnavailableException)
        {
            hold?.Dispose();
            beside?.Dispose();
            throw;
        }
    }

    private static StoreUnavailableException InUse(string path) =>
        new($"The store {path} is in use by another sandbox. Stop that one, or give this one a file of its own with --store.");

    // What earlier versions lock, and know each other's left-overs by; it is there before the store is, which nobody takes for a left-over
    // then.
    private static FileStream? TryTakeBeside(string path)
    {
        try
        {
            return new FileStream(path + Beside, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException && System.IO.File.Exists(path + Beside))
        {
            return null;
        }
    }

    private static (int Store, bool BelongsToNobody) Begin(string path, FileLock hold)
    {
        var length = RandomAccess.GetLength(hold.Handle);
        if (length == 0)
        {
            var store = NewStore();
            RandomAccess.Write(hold.Handle, SqliteHeader.Empty(store), 0);
            return (store, false);
        }

        Span<byte> bytes = stackalloc byte[SqliteHeader.Length];
        if (SqliteHeader.Parse(bytes[..RandomAccess.Read(hold.Handle, bytes, 0)]) is not { } header)
            throw new StoreUnavailableException($"The store {path} cannot be opened: it is no SQLite file, and was left as it is. Give the sandbox a file of its own with --store.");
        if (header.Program is not (0 or SqliteHeader.Sandbox))
            throw SchemaCheck.Foreign(path);
        if (FileSnapshot.Take(path) is { MayBeWritten: false })
            throw new StoreUnavailableException($"The store {path} cannot be written: it is read-only. Make it writable, or give the sandbox another file with --store.");
        return (header.Store == 0 ? NewStore() : header.Store, header.Program == 0);
    }

    // Two stores that begin in the same microsecond, by processes of one number, are not to be expected.
    private static int NewStore() => (int)(((TimeProvider.System.GetUtcNow().Ticks / 10) + (Environment.ProcessId * 65_537L) + s_count) & int.MaxValue) | 1;

    // What a killed process could not delete; files that a living one holds are left alone.
    private static void SweepTemporary()
    {
        foreach (var path in Directory.EnumerateFiles(System.IO.Path.GetTempPath(), TemporaryPrefix + "*.db"))
        {
            try
            {
                using var beside = TryTakeBeside(path);
                if (beside is null)
                    continue;
                using var hold = FileLock.TryTake(path, FileMode.Open);
                if (hold is not null)
                    DeleteFiles(path);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // Somebody else's, or gone meanwhile.
            }
        }
    }

    private static void DeleteFiles(string path)
    {
        foreach (var file in new[] { path, path + "-wal", path + "-shm" })
            System.IO.File.Delete(file);
    }
}
