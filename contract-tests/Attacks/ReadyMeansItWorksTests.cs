using System.Diagnostics;
using System.Runtime.Versioning;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Faults;
using FreedomPaySandbox.ContractTests.Postgres;
using FreedomPaySandbox.ContractTests.Processes;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Steering;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.ContractTests.Attacks;

/// <summary>
/// Somebody does something to the store under a running sandbox: a cleaner of disks, a backup that was put back, a colleague.
/// </summary>
[Collection(MeasuredAlone.Name)]
public sealed class ReadyMeansItWorksTests
{
    // A team that watched /readyz: it said ready for hours on a full disk, and every payout was 9999.
    [SmallDiskFact]
    public async Task A_full_disk_is_not_ready_until_there_is_room()
    {
        using var disk = SmallDisk.Mount(megabytes: 16);
        await using var store = await BrokenStore.StartAsync(disk.Store);

        var said = await store.BreakAsync(disk.Fill);

        Assert.Equal($"not ready: the disk of the store {disk.Store} is full. Make room on it. The sandbox goes on by itself then.\n", said);
        await store.RefusesAsync(alsoToRead: false);
        await store.MendAsync(disk.MakeRoom);
    }

    // A quota instead of a full disk.
    [LinuxFact]
    public async Task A_store_that_may_not_grow_is_not_ready()
    {
        var folder = Directory.CreateTempSubdirectory("broken-");
        await using (var sandbox = await SandboxProcess.StartBehindAsync(
            ["bash", "-c", "trap '' XFSZ; exec \"$@\"", "limited"], "--url", "http://127.0.0.1:0", "--store", Path.Combine(folder.FullName, "sandbox.db")))
        {
            using var client = new HttpClient { BaseAddress = sandbox.Url };
            Assert.Equal(200, await StatusAsync(client));
            await LimitAsync(sandbox.Id, "0");
            await ComesAsync(client, 503);
            Assert.Equal(503, await StatusAsync(client, HttpMethod.Post, "__admin/reset"));
            await LimitAsync(sandbox.Id, "unlimited");
            await ComesAsync(client, 200);
        }

        folder.Delete(recursive: true);
    }

    // An administrator who makes all files of a server read-only before a backup.
    [UnixTheory]
    [InlineData(false)]
    [InlineData(true)]
    [UnsupportedOSPlatform("windows")]
    public async Task A_store_that_was_made_read_only_is_not_ready_until_it_may_be_written(bool folder)
    {
        await using var store = await BrokenStore.StartAsync();
        var path = folder ? store.Folder : store.Path;
        var mode = File.GetUnixFileMode(path);

        var said = await store.BreakAsync(() => File.SetUnixFileMode(path, mode & ~(UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)));

        Assert.Equal($"not ready: the store {store.Path} is read-only. Make the file and its folder writable again. The sandbox goes on by itself then.\n", said);
        await store.RefusesAsync();
        await store.MendAsync(() => File.SetUnixFileMode(path, mode));
    }

    // A cleaner of temporary files that took the store away under a running sandbox, which went on accepting payouts.
    [UnixFact]
    public async Task A_store_that_was_taken_away_is_not_ready_until_it_is_put_back()
    {
        await using var store = await BrokenStore.StartAsync();

        var said = await store.BreakAsync(() => File.Move(store.Path, store.Path + ".away"));

        Assert.Equal($"not ready: the file of the store, {store.Path}, was deleted. Put it back, or start the sandbox again to begin with an empty one.\n", said);
        await store.RefusesAsync();
        Assert.False(File.Exists(store.Path));
        await store.MendAsync(() => File.Move(store.Path + ".away", store.Path));
    }

    // The same, and a copy of the folder is put back: other files with the same content.
    [UnixFact]
    public async Task A_copy_of_the_store_that_is_put_back_is_the_store()
    {
        await using var store = await BrokenStore.StartAsync();
        string[] files = [store.Path, store.Path + "-wal"];

        await store.BreakAsync(() =>
        {
            foreach (var file in files)
                File.Move(file, file + ".away");
            File.Delete(store.Path + "-shm");
        });

        await store.RefusesAsync();
        await store.MendAsync(() =>
        {
            foreach (var file in files.Reverse())
                File.Copy(file + ".away", file);
        });
    }

    // A deployment that renames a store of its own into place.
    [UnixFact]
    public async Task Another_store_in_its_place_is_not_ready_and_stays_as_it_is()
    {
        await using var store = await BrokenStore.StartAsync();
        var other = store.Path + ".other";
        await (await SandboxStore.OpenAsync(other)).DisposeAsync();
        var bytes = await File.ReadAllBytesAsync(other);

        var said = await store.BreakAsync(() =>
        {
            File.Move(store.Path, store.Path + ".away");
            File.Move(other, store.Path);
        });

        Assert.Equal($"not ready: another file lies where the store {store.Path} was. Put the store back, or start the sandbox again.\n", said);
        await store.RefusesAsync();
        Assert.Equal(bytes, await File.ReadAllBytesAsync(store.Path));
        await store.MendAsync(() => File.Move(store.Path + ".away", store.Path, overwrite: true));
    }

    // A script that wrote its output to the wrong file; the same file, with something else in it.
    [UnixTheory]
    [InlineData("nothing")]
    [InlineData("garbage")]
    [InlineData("garbage behind the first page")]
    [InlineData("another store")]
    public async Task A_store_that_was_overwritten_is_not_ready_until_it_is_put_right(string what)
    {
        await using var store = await BrokenStore.StartAsync();
        await store.CheckpointAsync();
        var before = store.Bytes();
        var after = (byte[])before.Clone();
        switch (what)
        {
            case "nothing":
                after = [];
                break;
            case "garbage":
                after = [.. Enumerable.Repeat((byte)'?', before.Length)];
                break;
            case "another store":
                await (await SandboxStore.OpenAsync(store.Path + ".other")).DisposeAsync();
                after = await File.ReadAllBytesAsync(store.Path + ".other");
                break;
            default:
                after.AsSpan(4096).Fill(0xAA);
                break;
        }

        var said = await store.BreakAsync(() => store.Overwrite(after));

        Assert.StartsWith("not ready: the ", said, StringComparison.Ordinal);
        await store.RefusesAsync();
        await store.MendAsync(() => store.Overwrite(before));
    }

    // A cleaner that knows no files that end in -wal.
    [UnixFact]
    public async Task A_log_that_was_deleted_is_written_anew_and_nothing_is_lost()
    {
        await using var store = await BrokenStore.StartAsync();

        await store.MendAsync(() => File.Delete(store.Path + "-wal"));

        Assert.True(File.Exists(store.Path + "-wal"));
    }

    // A file that only looked changed, as a touch or a restored date leaves it.
    [Fact]
    public async Task A_store_with_another_date_is_ready()
    {
        await using var store = await BrokenStore.StartAsync();

        await store.MendAsync(() => File.SetLastWriteTimeUtc(store.Path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
    }

    // A server of databases that was shut down, and a database that a colleague dropped.
    [ClusterFact]
    public async Task A_lost_database_is_not_ready_until_it_is_back()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        await using var database = await PostgresDatabase.CreateAsync(cluster.ConnectionString);
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxSettings { Store = database.ConnectionString });

        await cluster.StopServerAsync();
        Assert.StartsWith("not ready: the store does not answer: ", await ComesAsync(sandbox.Client, 503), StringComparison.Ordinal);
        Assert.Equal(503, await StatusAsync(sandbox.Client, HttpMethod.Post, "__admin/reset"));
        await cluster.StartServerAsync();
        await ComesAsync(sandbox.Client, 200);

        await database.RunAsync("alter table payouts rename to away");
        Assert.Equal(503, await StatusAsync(sandbox.Client, HttpMethod.Get, "__admin/payouts"));
        await database.RunAsync("alter table away rename to payouts");

        await database.RunAsync("alter table schema_versions rename to away");
        var said = await ComesAsync(sandbox.Client, 503);
        Assert.Contains("has lost its tables", said, StringComparison.Ordinal);
        await database.RunAsync("alter table away rename to schema_versions");
        await ComesAsync(sandbox.Client, 200);

        await database.DropAsync();
        said = await ComesAsync(sandbox.Client, 503);
        Assert.Contains("there is no database", said, StringComparison.Ordinal);
        Assert.DoesNotContain(PostgresCluster.Password, said, StringComparison.Ordinal);
        Assert.Equal(503, await StatusAsync(sandbox.Client, HttpMethod.Post, "__admin/reset"));
        Assert.Equal(503, await StatusAsync(sandbox.Client, HttpMethod.Get, ""));
        await database.MakeAgainAsync();
        Assert.Contains("has lost its tables", await ComesAsync(sandbox.Client, 503, "tables"), StringComparison.Ordinal);
    }

    // A colleague who had the store open in a browser of databases, in the middle of a change.
    [LinuxFact]
    public async Task A_store_that_another_program_holds_locked_is_not_ready()
    {
        await using var store = await BrokenStore.StartAsync();
        await using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={store.Path};Pooling=False");
        await other.OpenAsync();
        await using var holding = other.CreateCommand();
        holding.CommandText = "begin immediate";

        var said = await store.BreakAsync(() => holding.ExecuteNonQuery());

        Assert.StartsWith("not ready: the store does not answer: ", said, StringComparison.Ordinal);
        holding.CommandText = "rollback";
        await store.MendAsync(() => holding.ExecuteNonQuery());
    }

    private static async Task<string> ComesAsync(HttpClient client, int status, string with = "")
    {
        var patience = Patience.For($"{status} of /readyz");
        while (patience.GoesOn())
        {
            using var answer = await client.GetAsync(new Uri("readyz", UriKind.Relative));
            var text = await answer.Content.ReadAsStringAsync();
            if ((int)answer.StatusCode == status && text.Contains(with, StringComparison.Ordinal))
                return text;
        }

        throw new InvalidOperationException();
    }

    private static async Task<int> StatusAsync(HttpClient client, HttpMethod? method = null, string path = "readyz")
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(path, UriKind.Relative));
        using var answer = await client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private static async Task LimitAsync(int process, string bytes)
    {
        using var limit = Process.Start("prlimit", [$"--pid={process}", $"--fsize={bytes}:unlimited"]);
        await limit.WaitForExitAsync().WaitAsync(Patience.Limit);
        Assert.Equal(0, limit.ExitCode);
    }
}
