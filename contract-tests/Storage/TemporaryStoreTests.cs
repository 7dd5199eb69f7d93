using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.ContractTests.Storage;

public sealed class TemporaryStoreTests
{
    [Fact]
    public async Task A_temporary_file_is_gone_with_its_sandbox()
    {
        string path;
        await using (var store = await SandboxStore.OpenAsync(path: null))
        {
            path = await PathOfAsync(store);
            Assert.True(File.Exists(path));
            Assert.Equal("SQLite, a temporary file", store.ToString());
        }

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"));
    }

    [Fact]
    public async Task What_a_killed_sandbox_left_behind_is_swept_and_what_a_living_one_holds_is_not()
    {
        await using var living = await SandboxStore.OpenAsync(path: null);
        var stale = Path.Combine(Path.GetTempPath(), "freedompay-sandbox-0-1.db");
        string[] left = [stale + "-wal", stale + "-shm", stale + ".lock", stale];
        foreach (var file in left)
            await File.WriteAllTextAsync(file, "left behind");

        // Tests beside this one sweep too, and while they do, the file is theirs.
        for (var others = 0; others < 100 && File.Exists(stale); others++)
            await using (await SandboxStore.OpenAsync(path: null)) { }
        await using var next = await SandboxStore.OpenAsync(path: null);

        Assert.All(left, file => Assert.False(File.Exists(file), file));
        Assert.True(File.Exists(await PathOfAsync(living)));
        Assert.False(string.Equals(await PathOfAsync(living), await PathOfAsync(next), StringComparison.Ordinal));
    }

    private static async Task<string> PathOfAsync(SandboxStore store)
    {
        var files = new Statement("select file from pragma_database_list where name = 'main'");
        return (await store.ReadAsync(session => session.QueryAsync(files, row => row.GetString(0)), CancellationToken.None)).Single();
    }
}
