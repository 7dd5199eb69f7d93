using System.Reflection;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Brings a store to the schema of this version: the embedded files that it has not had yet, in order, each recorded.</summary>
internal static class SchemaUpgrade
{
    private const string Folder = "schema/";

    private static readonly Statement s_table = new(
        "create table if not exists schema_versions (name text primary key)");

    private static readonly Statement s_applied = new("select name from schema_versions");

    private static readonly Statement s_record = new("insert into schema_versions (name) values (@name)");

    private static readonly Statement s_touch = new("update schema_versions set name = name where name = @name");

    /// <param name="session">A connection to the store.</param>
    /// <param name="dialect">Its engine.</param>
    /// <param name="place">The store, as errors name it.</param>
    /// <exception cref="StoreUnavailableException">It is a newer version's, or another program's.</exception>
    public static async Task RunAsync(StoreSession session, SqlDialect dialect, string place = "")
    {
        await session.BeginAsync(CancellationToken.None);
        if (dialect.LockSchema is { } locking)
            await session.ExecuteAsync(locking);
        await session.ExecuteAsync(s_table);
        var applied = await session.QueryAsync(s_applied, row => row.GetString(0));
        SchemaCheck.Check(place, applied, Names());
        foreach (var name in Names().Except(applied, StringComparer.Ordinal))
        {
            await session.RunScriptAsync(new Statement(Text(name)).In(dialect));
            await session.ExecuteAsync(s_record, name);
        }

        await session.CommitAsync(CancellationToken.None);
    }

    /// <summary>Writes something that is there as it is, which proves that writing works.</summary>
    /// <returns>Whether it was there.</returns>
    public static async ValueTask<bool> TouchAsync(StoreTransaction transaction) => await transaction.Session.ExecuteAsync(s_touch, Names()[0]) == 1;

    /// <summary>What this version brings a store up to, in order.</summary>
    public static IReadOnlyList<string> Names() =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>Decides by what a store was brought up to whether it is one that this version may open. Pure.</summary>
internal static class SchemaCheck
{
    /// <param name="place">The store, as errors name it.</param>
    /// <param name="applied">What it was brought up to.</param>
    /// <param name="known">What this version brings a store up to.</param>
    /// <exception cref="StoreUnavailableException">It is a newer version's, or another program's.</exception>
    public static void Check(string place, IReadOnlyList<string> applied, IReadOnlyList<string> known)
    {
        if (applied.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).LastOrDefault() is not { } strange)
            return;
        if (!applied.Intersect(known, StringComparer.Ordinal).Any())
            throw Foreign(place);

        // The name is the store's, and may say anything.
        var name = new string([.. strange.Take(60).Select(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '.' or '_' ? one : '?')]);
        throw new StoreUnavailableException(
            $"The store {place} was written by a newer version of the sandbox ({name}). Start that version, or give this one a store of its own with --store.");
    }

    public static StoreUnavailableException Foreign(string place, Exception? inner = null) => new(
        $"The store {place} cannot be opened: it belongs to another program, and was left as it is. Give the sandbox a store of its own with --store.", inner);
}
