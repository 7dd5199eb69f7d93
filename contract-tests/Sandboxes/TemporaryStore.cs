using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Sandboxes;

/// <summary>A store's file that outlives one sandbox, so that another can go on with it or a test can look inside.</summary>
internal sealed class TemporaryStore : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("sandbox-store-");

    public string Path => System.IO.Path.Combine(_directory.FullName, "store.db");

    public SandboxSettings With(params Merchant[] merchants) => new() { Store = Path, Merchants = merchants };

    /// <summary>Every byte of every file of the store, those not yet in the main one included.</summary>
    public byte[] Bytes()
    {
        using var bytes = new MemoryStream();
        foreach (var file in Directory.EnumerateFiles(_directory.FullName).Where(name => !name.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            stream.CopyTo(bytes);
        }

        return bytes.ToArray();
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
