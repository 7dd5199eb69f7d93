namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>What can be seen of a file from outside, without opening it.</summary>
/// <param name="Identity">The file itself, whatever it is called: two names of one file have one identity.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Modified">When it was last written; only to be compared.</param>
/// <param name="MayBeWritten">Whether anybody may write it, as far as the file itself says.</param>
internal readonly record struct FileSnapshot(string Identity, long Size, long Modified, bool MayBeWritten)
{
    /// <returns>Nothing when there is no file.</returns>
    public static FileSnapshot? Take(string path) => OperatingSystem.IsLinux() ? LinuxFile.See(path) : Portable(path);

    // Elsewhere no framework call tells one file from another. On Windows an open file cannot be taken away; on macOS files know to a fraction of a
    // microsecond when they were made.
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
