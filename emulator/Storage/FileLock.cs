using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// A file that one sandbox has to itself. Locked is the file that was opened and not its name, so a hard link, a symbolic link and another
/// mount of it lead to the same lock; and the lock ends with the process, however that ends. Others may read the file.
/// </summary>
/// <remarks>
/// To be closed after SQLite has closed the file: closing any descriptor of a file gives up the locks that SQLite has on it in this
/// process. For the same reason a file that this process holds is not opened a second time to see whether it is held.
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

/// <summary>
/// What Linux knows of files and the framework does not tell: which file a name leads to, and locks that belong to an open file.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class LinuxFile
{
    // statx(2): laid out alike on every machine.
    private const int FromHere = -100, SightSize = 256, Immutable = 0x10, WriteBits = 0x92;
    private const uint BasicStats = 0x7FF;

    // fcntl(2). Unlike the older locks, which a process loses when it closes any descriptor of the file, these belong to the opened file
    // alone.
    private const int SetLock = 37, LockSize = 32;
    private const short WriteLock = 1;

    private const int MayWrite = 2;

    /// <summary>Where nothing is ever written, and SQLite keeps no lock.</summary>
    private const long LockedByte = long.MaxValue - 1;

    /// <summary>The system knows no such locks, or the file system does not.</summary>
    private static readonly int[] s_unknown = [22, 37, 38, 95];

    public static FileSnapshot? See(string path)
    {
        var seen = new byte[SightSize];
        return statx(FromHere, Name(path), 0, BasicStats, seen) == 0 ? Read(path, seen) : null;
    }

    /// <summary>Locks an open file, under whatever name it was opened, until it is closed.</summary>
    /// <returns>Whether it is ours now; nothing where there are no such locks.</returns>
    public static bool? TryLock(SafeFileHandle file)
    {
        var asked = new byte[LockSize];
        BinaryPrimitives.WriteInt16LittleEndian(asked, WriteLock);
        BinaryPrimitives.WriteInt64LittleEndian(asked.AsSpan(8), LockedByte);
        BinaryPrimitives.WriteInt64LittleEndian(asked.AsSpan(16), 1);
        if (fcntl(file, SetLock, asked) == 0)
            return true;
        return s_unknown.Contains(Marshal.GetLastPInvokeError()) ? null : false;
    }

    private static FileSnapshot Read(string path, ReadOnlySpan<byte> seen)
    {
        var mode = BinaryPrimitives.ReadUInt16LittleEndian(seen[28..]);
        var isLocked = (BinaryPrimitives.ReadUInt64LittleEndian(seen[8..]) & Immutable) != 0;
        var (major, minor) = (BinaryPrimitives.ReadUInt32LittleEndian(seen[136..]), BinaryPrimitives.ReadUInt32LittleEndian(seen[140..]));
        var modified = BinaryPrimitives.ReadInt64LittleEndian(seen[112..]) * 1_000_000_000 + BinaryPrimitives.ReadUInt32LittleEndian(seen[120..]);

        // Root may write whatever the bits say; a file that nobody is given is meant to be left alone all the same.
        var mayBeWritten = !isLocked && (mode & WriteBits) != 0 && access(Name(path), MayWrite) == 0;
        return new FileSnapshot(
            FormattableString.Invariant($"{major}:{minor}:{BinaryPrimitives.ReadUInt64LittleEndian(seen[32..])}"),
            BinaryPrimitives.ReadInt64LittleEndian(seen[40..]),
            modified,
            mayBeWritten);
    }

    private static byte[] Name(string path) => Encoding.UTF8.GetBytes(path + '\0');

#pragma warning disable IDE1006, SYSLIB1054 // The names are the system's; nothing here needs code to be generated.
    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(int folder, byte[] path, int flags, uint mask, byte[] seen);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int access(byte[] path, int mode);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fcntl(SafeFileHandle file, int command, byte[] asked);
#pragma warning restore IDE1006, SYSLIB1054
}
