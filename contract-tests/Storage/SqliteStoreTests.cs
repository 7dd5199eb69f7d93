using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.ContractTests.Storage;

public sealed class SqliteStoreTests : SharingContract
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("store-");

    private string Path => System.IO.Path.Combine(_directory.FullName, "sandbox.db");

    private protected override Task<SandboxStore> OpenAsync() => SandboxStore.OpenAsync(Path);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_second_sandbox_on_one_file_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(OpenAsync);

        Assert.Equal($"The store {Path} is in use by another sandbox. Stop that one, or give this one a file of its own with --store.", refusal.Message);
        await Scene.PayAsync("ORD1");
    }

    [Fact]
    public async Task Another_spelling_of_the_path_is_the_same_file()
    {
        var spelling = System.IO.Path.Combine(_directory.FullName, ".", "x", "..", "sandbox.db");

        await Assert.ThrowsAsync<StoreUnavailableException>(() => SandboxStore.OpenAsync(spelling));
    }

    [Fact]
    public async Task Leases_of_a_process_that_died_end_when_the_next_one_starts()
    {
        await Scene.PayAsync("ORD1");
        Assert.Single(await Scene.ClaimAsync());

        await ReopenAsync();

        Assert.Single(await Scene.ClaimAsync());
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        var path = System.IO.Path.Combine(_directory.FullName, "letter.txt");
        var letter = string.Concat(Enumerable.Repeat("Dear merchant, ", 100));
        await File.WriteAllTextAsync(path, letter);

        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => SandboxStore.OpenAsync(path));

        Assert.StartsWith($"The store {path} cannot be opened: ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(letter, await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_named()
    {
        var path = System.IO.Path.Combine(_directory.FullName, "nowhere", "sandbox.db");

        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => SandboxStore.OpenAsync(path));

        Assert.StartsWith($"The store {path} cannot be written: ", refusal.Message, StringComparison.Ordinal);
    }
}
