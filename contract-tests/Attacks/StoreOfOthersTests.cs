using System.Diagnostics;
using System.Runtime.Versioning;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Faults;
using FreedomPaySandbox.ContractTests.Postgres;
using FreedomPaySandbox.ContractTests.Processes;
using FreedomPaySandbox.Emulator.Storage;
using Microsoft.Data.Sqlite;

namespace FreedomPaySandbox.ContractTests.Attacks;

/// <summary>A store that is somebody else's, or already in use under another name, is refused at the start and left as it is.</summary>
[Collection(OwnProcesses.Name)]
public sealed class StoreOfOthersTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("others-");

    private string Store => Path.Combine(_folder.FullName, "sandbox.db");

    public void Dispose() => _folder.Delete(recursive: true);

    // Someone who went back to the version of last month.
    [Fact]
    public async Task A_store_of_a_newer_version_is_refused()
    {
        await (await SandboxStore.OpenAsync(Store)).DisposeAsync();
        Run("insert into schema_versions (name) values ('999-later.sql')");

        await RefusedAsync($"The store {Store} was written by a newer version of the sandbox (999-later.sql). Start that version, or give this one a store of its own with --store.");
    }

    // A mistyped path that led to the database of the shop, or to a browser's history.
    [Theory]
    [InlineData("create table payouts (id integer); insert into payouts values (1)")]
    [InlineData("create table schema_versions (version integer); insert into schema_versions values (1)")]
    [InlineData("create table schema_versions (name text); insert into schema_versions values ('20240101_init'); create table shop (id integer)")]
    [InlineData("pragma application_id = 252006674; create table objects (id integer)")]
    [InlineData("pragma application_id = 252006674; pragma journal_mode = wal")]
    public async Task A_database_of_another_program_is_refused_and_not_touched(string sql)
    {
        Run(sql);
        var bytes = await File.ReadAllBytesAsync(Store);

        await RefusedAsync($"The store {Store} cannot be opened: it belongs to another program, and was left as it is. Give the sandbox a store of its own with --store.");

        Assert.Equal(bytes, await File.ReadAllBytesAsync(Store));
        Assert.Equal([Store], Directory.GetFiles(_folder.FullName));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("Dear merchant, please find attached")]
    [InlineData("SQLite format 3")]
    public async Task A_file_that_is_no_database_is_refused_and_not_touched(string text)
    {
        await File.WriteAllTextAsync(Store, text);

        await RefusedAsync($"The store {Store} cannot be opened: it is no SQLite file, and was left as it is. Give the sandbox a file of its own with --store.");

        Assert.Equal(text, await File.ReadAllTextAsync(Store));
    }

    [Fact]
    public async Task A_folder_is_refused_with_a_file_in_it()
    {
        Directory.CreateDirectory(Store);

        await RefusedAsync($"The store {Store} cannot be opened: it is a folder. Name a file in it, such as {Path.Combine(Store, "sandbox.db")}.");
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_that_is_read_only_is_refused()
    {
        await (await SandboxStore.OpenAsync(Store)).DisposeAsync();
        File.SetUnixFileMode(Store, UnixFileMode.UserRead);

        await using var sandbox = SandboxProcess.Run("--url", "http://127.0.0.1:0", "--store", Store);
        var end = await sandbox.EndAsync();

        Assert.Equal(1, end.ExitCode);
        Assert.StartsWith($"The store {Store} cannot be written: ", end.Error, StringComparison.Ordinal);
    }

    // Stores that sandboxes made before they said whose they are, and files that somebody made in advance.
    [Theory]
    [InlineData("pragma application_id = 0; pragma user_version = 0")]
    [InlineData(null)]
    public async Task A_store_that_does_not_say_whose_it_is_is_opened_and_says_it_from_then_on(string? sql)
    {
        if (sql is null)
        {
            Run("vacuum");
        }
        else
        {
            await (await SandboxStore.OpenAsync(Store)).DisposeAsync();
            Run(sql);
        }

        await (await SandboxStore.OpenAsync(Store)).DisposeAsync();

        var header = SqliteHeader.Parse(await File.ReadAllBytesAsync(Store))!.Value;
        Assert.Equal(SqliteHeader.Sandbox, header.Program);
        Assert.NotEqual(0, header.Store);
        await (await SandboxStore.OpenAsync(Store)).DisposeAsync();
    }

    // Two pipelines on one machine, each with its own link to the store.
    [UnixTheory]
    [InlineData("hard link")]
    [InlineData("symbolic link")]
    [InlineData("link to the folder")]
    public async Task A_second_sandbox_is_refused_whatever_name_it_has_for_the_file(string kind)
    {
        await using var first = await SandboxProcess.StartAsync("--store", Store);
        var name = Path.Combine(_folder.FullName, "other.db");
        switch (kind)
        {
            case "hard link":
                Assert.Equal(0, Command("ln", Store, name));
                break;
            case "symbolic link":
                File.CreateSymbolicLink(name, Store);
                break;
            default:
                Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "there"), _folder.FullName);
                name = Path.Combine(_folder.FullName, "there", "sandbox.db");
                break;
        }

        await RefusedAsync($"The store {name} is in use by another sandbox. Stop that one, or give this one a file of its own with --store.", name);

        first.Kill();
        await first.EndAsync();
        File.Delete(name is var link && kind == "link to the folder" ? Path.Combine(_folder.FullName, "there") : link);
        await using var after = await SandboxProcess.StartAsync("--store", Store);
        Assert.Equal("sandbox.db, sandbox.db-shm, sandbox.db-wal, sandbox.db.lock", string.Join(", ", Directory.GetFiles(_folder.FullName).Select(Path.GetFileName).Order(StringComparer.Ordinal)));
    }

    // Two containers that mount one volume.
    [SmallDiskFact]
    public async Task A_second_sandbox_is_refused_on_another_mount_of_the_file()
    {
        using var disk = SmallDisk.Mount(megabytes: 16);
        await using var first = await SandboxProcess.StartAsync("--store", disk.Store);
        var there = _folder.CreateSubdirectory("there").FullName;
        Assert.Equal(0, Command("mount", "--bind", Path.GetDirectoryName(disk.Store)!, there));
        try
        {
            var name = Path.Combine(there, Path.GetFileName(disk.Store));
            await RefusedAsync($"The store {name} is in use by another sandbox. Stop that one, or give this one a file of its own with --store.", name);
        }
        finally
        {
            Assert.Equal(0, Command("umount", there));
        }
    }

    // A test host that runs two sandboxes in its own process, and the first goes on when the second is refused.
    [UnixFact]
    public async Task A_second_sandbox_in_one_process_is_refused_by_another_name_too()
    {
        await using var first = await SandboxStore.OpenAsync(Store);
        var name = Path.Combine(_folder.FullName, "other.db");
        Assert.Equal(0, Command("ln", Store, name));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => SandboxStore.OpenAsync(name));

        Assert.Null(await first.TroubleAsync(CancellationToken.None));
    }

    // A backup that copies the file while the sandbox runs.
    [Fact]
    public async Task Others_may_read_the_file()
    {
        await using var store = await SandboxStore.OpenAsync(Store);
        await using var file = new FileStream(Store, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var header = new byte[SqliteHeader.Length];

        await file.ReadExactlyAsync(header);

        Assert.NotNull(SqliteHeader.Parse(header));
    }

    [PostgresFact]
    public async Task A_database_of_a_newer_version_or_of_another_program_is_refused()
    {
        await using var newer = await PostgresDatabase.CreateAsync();
        await (await SandboxStore.OpenAsync(newer.ConnectionString)).DisposeAsync();
        await newer.RunAsync("insert into schema_versions (name) values ('999-later.sql')");
        await using var other = await PostgresDatabase.CreateAsync();
        await other.RunAsync("create table accounts (id integer)");

        var isNewer = await Assert.ThrowsAsync<StoreUnavailableException>(() => SandboxStore.OpenAsync(newer.ConnectionString));
        var isOther = await Assert.ThrowsAsync<StoreUnavailableException>(() => SandboxStore.OpenAsync(other.ConnectionString));

        Assert.Contains(" was written by a newer version of the sandbox (999-later.sql). ", isNewer.Message, StringComparison.Ordinal);
        Assert.Contains(" belongs to another program", isOther.Message, StringComparison.Ordinal);
    }

    private async Task RefusedAsync(string sentence, string? store = null)
    {
        await using var sandbox = SandboxProcess.Run("--url", "http://127.0.0.1:0", "--store", store ?? Store);

        Assert.Equal(new ProcessEnd(1, "", sentence), await sandbox.EndAsync());
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Store};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static int Command(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        Assert.True(process.WaitForExit(Patience.Limit), $"{program} does not end.");
        return process.ExitCode;
    }
}
