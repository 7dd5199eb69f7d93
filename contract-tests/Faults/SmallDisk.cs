using System.Diagnostics;
using FreedomPaySandbox.ContractTests.Callbacks;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>A disk of memory that can be filled and made read-only, at a folder of its own; only root may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fault-disk-");

    private SmallDisk()
    {
    }

    /// <summary>Why there can be none, or nothing.</summary>
    public static string? Missing { get; } = CanMount() ? null : "Needs to mount a tmpfs: run as root on Linux.";

    public string Store => Path.Combine(_folder.FullName, "sandbox.db");

    private string Filler => Path.Combine(_folder.FullName, "filler");

    public static SmallDisk Mount(int megabytes)
    {
        var disk = new SmallDisk();
        if (Run("mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={megabytes}m"), "tmpfs", disk._folder.FullName) == 0)
            return disk;
        disk._folder.Delete();
        throw new IOException("No tmpfs can be mounted.");
    }

    /// <summary>Takes all room that is left.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            var patience = Patience.For("a full disk");
            while (patience.GoesOn())
                filler.Write(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public void LetRead() => Assert.Equal(0, Run("mount", "-o", "remount,ro", _folder.FullName));

    public void LetWrite() => Assert.Equal(0, Run("mount", "-o", "remount,rw", _folder.FullName));

    public void Dispose()
    {
        Run("umount", _folder.FullName);
        _folder.Delete();
    }

    private static bool CanMount()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
            return false;
        try
        {
            using var disk = Mount(1);
            return true;
        }
        catch (Exception fault) when (fault is IOException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(Patience.Limit), $"{program} does not end.");
        Assert.True(error.Wait(Patience.Limit), $"Somebody else still writes what {program} wrote.");
        return process.ExitCode;
    }
}
