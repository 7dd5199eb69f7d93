using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>What Linux knows of files and the framework does not tell: which file a name leads to, and locks that belong to an open file.</summary>
[SupportedOSPlatform("linux")]
internal static class LinuxFile
{
    // statx(2): laid out alike on every machine.
    private const int FromHere = -100, SightSize = 256, Immutable = 0x10, WriteBits = 0x92;
    private const uint BasicStats = 0x7FF;

    // fcntl(2). Unlike the older locks, which a process loses when it closes any descriptor of the file, these belong to the opened file alone.
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
