using Microsoft.Win32.SafeHandles;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// A file that one sandbox has to itself. Locked is the file that was opened and not its name, so a hard link, a symbolic link and another mount of
/// it lead to the same lock; and the lock ends with the process, however that ends. Others may read the file.
/// </summary>
/// <remarks>
/// To be closed after SQLite has closed the file: whoever closes any descriptor of a file gives up the locks that SQLite has on it in this process. For the
/// same reason a file that this process holds is not opened a second time to see whether it is held.
/// </remarks>
internal sealed class FileLock : IDisposable
{
    /// <summary>Where nothing is ever written, and SQLite keeps no lock.</summary>
    private const long LockedByte = long.MaxValue - 1;

    private static readonly HashSet<string> s_held = new(StringComparer.Ordinal);

    private readonly FileStream _file;

    private FileLock(FileStream file, string identity) => (_file, Identity) = (file, identity);

    /// <summary><see cref="FileSnapshot.Identity"/> of the file.</summary>
    public string Identity { get; }

    public SafeFileHandle Handle => _file.SafeFileHandle;

    /// <param name="path">The file.</param>
    /// <param name="mode">Whether it is made where there is none.</param>
    /// <returns>Nothing when somebody else holds it.</returns>
    /// <exception cref="IOException">There is no file, and none can be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static FileLock? TryTake(string path, FileMode mode = FileMode.OpenOrCreate)
    {
        lock (s_held)
        {
            if (FileSnapshot.Take(path) is { } sight && s_held.Contains(sight.Identity))
                return null;
            var file = OpenLocked(path, mode);
            if (file is null)
                return null;
            if (FileSnapshot.Take(path)?.Identity is { } identity && s_held.Add(identity))
                return new FileLock(file, identity);
            file.Dispose();
            return null;
        }
    }

    public void Dispose()
    {
        lock (s_held)
        {
            _file.Dispose();
            s_held.Remove(Identity);
        }
    }

    private static FileStream? OpenLocked(string path, FileMode mode)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            var file = new FileStream(path, mode, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (TryLock(file) is { } isOurs)
            {
                if (isOurs)
                    return file;
                file.Dispose();
                return null;
            }

            file.Dispose();
        }

        try
        {
            // A lock on the opened file, too; where it is in force, other programs of this framework cannot read the file.
            return new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    private static bool? TryLock(FileStream file)
    {
        if (OperatingSystem.IsLinux())
            return LinuxFile.TryLock(file.SafeFileHandle);
        if (!OperatingSystem.IsWindows())
            return null;
        try
        {
            file.Lock(LockedByte, 1);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
