namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// Looks whether a SQLite file is still where and what it was when it was opened: SQLite itself goes on writing to a file that was deleted,
/// and does not see what is written over pages that it remembers. A look asks the system a few questions, so it is taken before work, and
/// not more often than it pays.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="hold">The file as it was opened.</param>
/// <param name="store">Which store it is, by its header.</param>
/// <param name="examine">Reads the whole of the file on a connection of its own; whether it is sound.</param>
/// <param name="connections">How many connections are open.</param>
/// <param name="time">The machine's.</param>
internal sealed class StoreMonitor(
    string path, FileLock hold, int store, Func<bool> examine, Func<int> connections, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// SQLite writes what stands in its log to the file when the log is that many pages long; see <see cref="SqlDialect.Sqlite"/>.
    /// </summary>
    private const int PagesUntilCheckpoint = 4000;

    private readonly Lock _lock = new();
    private readonly List<FileLock> _left = [];
    private FileLock _hold = hold;
    private SqliteHeader _first;
    private FileSnapshot _known;
    private string? _log;
    private (long Size, long Modified)? _damaged;
    private StoreLostException? _fault;
    private bool _settled;
    private bool _doubted;
    private bool _replaced;
    private long _lookedAt;
    private int _generation;

    /// <summary>Rises when the file was changed from outside: what connections remember of it is worth nothing then.</summary>
    public int Generation => Volatile.Read(ref _generation);

    /// <summary>The reading of the whole file that is under way, if one is.</summary>
    public Task Examination { get; private set; } = Task.CompletedTask;

    /// <summary>Takes the file as it is now for what it should be.</summary>
    public void Settle()
    {
        lock (_lock)
        {
            if (FileSnapshot.Take(path) is { } now && Header() is { } header)
                (_known, _first, _log, _settled) = (now, header, FileSnapshot.Take(path + "-wal")?.Identity, true);
        }
    }

    /// <exception cref="StoreLostException">The file is not what was opened any more.</exception>
    public void Check()
    {
        if (time.GetElapsedTime(Volatile.Read(ref _lookedAt)) >= s_between)
            Look();
        if (Volatile.Read(ref _fault) is { } fault)
            throw new StoreLostException(fault.Message, fault.LetGo);
    }

    /// <summary>Looks now.</summary>
    /// <returns>What is wrong, if anything is.</returns>
    public string? Look()
    {
        lock (_lock)
        {
            if (!_settled)
                return null;
            var fault = Seen();
            Volatile.Write(ref _fault, fault);
            Volatile.Write(ref _lookedAt, time.GetTimestamp());
            return fault?.Message;
        }
    }

    /// <summary>SQLite has found damage.</summary>
    public void Doubt()
    {
        lock (_lock)
            _doubted = true;
        Look();
    }

    /// <summary>A connection was opened; the first one may have made a log anew.</summary>
    public void Opened()
    {
        lock (_lock)
        {
            if (connections() == 1)
                _log = null;
        }
    }

    public void Dispose()
    {
        // What was held stays held until SQLite has closed it.
        _left.ForEach(one => one.Dispose());
        _hold.Dispose();
    }

    private StoreLostException? Seen()
    {
        if (!Examination.IsCompleted)
            return BeingRead();
        if (FileSnapshot.Take(path) is not { } now)
            return new StoreLostException($"the file of the store, {path}, was deleted. Put it back, or start the sandbox again to begin with an empty one.", letGo: true);
        if (!string.Equals(now.Identity, _hold.Identity, StringComparison.Ordinal) && !TakeReplacement())
            return new StoreLostException($"another file lies where the store {path} was. Put the store back, or start the sandbox again.", letGo: true);
        if (!now.MayBeWritten || FileSnapshot.Take(Path.GetDirectoryName(path)!) is { MayBeWritten: false })
            return new StoreLostException(StoreDiagnosis.ReadOnly(path));
        if (Header() is not { } header || !IsOurs(header))
            return new StoreLostException(StoreDiagnosis.Damaged(path));
        if (IsLogGone(out var log))
            return new StoreLostException($"the log of the store, {path}-wal, was deleted. The sandbox writes it anew.", letGo: true);
        return _doubted || _replaced || now.Size < _known.Size || (now.Modified != _known.Modified && log < (long)PagesUntilCheckpoint * header.PageSize)
            ? Examined(now)
            : Fine(now);
    }

    private StoreLostException? Fine(FileSnapshot now)
    {
        _known = now;
        return null;
    }

    // Somebody wrote to the file who was not SQLite: perhaps to put it right.
    private StoreLostException? Examined(FileSnapshot now)
    {
        if (_damaged == (now.Size, now.Modified))
            return new StoreLostException(StoreDiagnosis.Damaged(path));
        Examination = Task.Run(() =>
        {
            var isSound = examine();
            lock (_lock)
            {
                _damaged = isSound ? null : (now.Size, now.Modified);
                if (isSound)
                {
                    (_doubted, _replaced, _log, _known) = (false, false, null, now);
                    Interlocked.Increment(ref _generation);
                }
            }

            Volatile.Write(ref _lookedAt, 0);
        });
        return BeingRead();
    }

    private StoreLostException BeingRead() =>
        new($"the file of the store, {path}, was changed by somebody else, and is being read through. {StoreDiagnosis.ByItself}");

    // The same store by another file, as when a copy is put back. Not while SQLite has the old one open: both would share what lies beside
    // them.
    private bool TakeReplacement()
    {
        if (connections() > 0)
            return false;
        try
        {
            if (FileLock.TryTake(path, FileMode.Open) is not { } found)
                return false;
            if (GetHeader(found) is not { } header || header.Store != store || header.Program != SqliteHeader.Sandbox)
            {
                found.Dispose();
                return false;
            }

            _left.Add(_hold);
            (_hold, _replaced) = (found, true);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private bool IsOurs(SqliteHeader header) =>
        header.PageSize == _first.PageSize
        && ((header.Program, header.Store) == (_first.Program, _first.Store) || (header.Program, header.Store) == (SqliteHeader.Sandbox, store));

    // Where nobody has the file open, SQLite has written the log to it and taken it away.
    private bool IsLogGone(out long size)
    {
        var log = FileSnapshot.Take(path + "-wal");
        size = log?.Size ?? 0;
        if (connections() == 0)
        {
            _replaced |= _log is not null && log is null;
            _log = null;
            return false;
        }

        if (_log is not null && !string.Equals(_log, log?.Identity, StringComparison.Ordinal))
            return true;
        _log = log?.Identity;
        return false;
    }

    private SqliteHeader? Header() => GetHeader(_hold);

    private static SqliteHeader? GetHeader(FileLock file)
    {
        Span<byte> bytes = stackalloc byte[SqliteHeader.Length];
        try
        {
            return SqliteHeader.Parse(bytes[..RandomAccess.Read(file.Handle, bytes, 0)]);
        }
        catch (IOException)
        {
            return null;
        }
    }
}

/// <summary>What can be seen of a file from outside, without opening it.</summary>
/// <param name="Identity">The file itself, whatever it is called: two names of one file have one identity.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Modified">When it was last written; only to be compared.</param>
/// <param name="MayBeWritten">Whether anybody may write it, as far as the file itself says.</param>
internal readonly record struct FileSnapshot(string Identity, long Size, long Modified, bool MayBeWritten)
{
    /// <returns>Nothing when there is no file.</returns>
    public static FileSnapshot? Take(string path) => OperatingSystem.IsLinux() ? LinuxFile.See(path) : Portable(path);

    // Elsewhere no framework call tells one file from another. On Windows an open file cannot be taken away; on macOS files know to a
    // fraction of a microsecond when they were made.
    private static FileSnapshot? Portable(string path)
    {
        var file = new FileInfo(path);
        return file.Exists || Directory.Exists(path)
            ? new FileSnapshot(
                OperatingSystem.IsWindows() ? Path.GetFullPath(path).ToUpperInvariant() : $"{file.CreationTimeUtc.Ticks}",
                file.Exists ? file.Length : 0,
                file.LastWriteTimeUtc.Ticks,
                !file.Attributes.HasFlag(FileAttributes.ReadOnly))
            : null;
    }
}
