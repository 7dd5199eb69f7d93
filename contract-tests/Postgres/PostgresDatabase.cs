using System.Globalization;
using Npgsql;

namespace FreedomPaySandbox.ContractTests.Postgres;

/// <summary>An empty database that a test has to itself, gone at its end with all that is still connected.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    private static int s_count;

    private readonly string _server;
    private readonly string _name;

    private PostgresDatabase(string server, string name) => (_server, _name) = (server, name);

    public string ConnectionString => new NpgsqlConnectionStringBuilder(_server) { Database = _name }.ConnectionString;

    public static async Task<PostgresDatabase> CreateAsync() => await CreateAsync(await PostgresServer.ConnectionStringAsync());

    /// <param name="server">The connection string of another database of the server.</param>
    public static async Task<PostgresDatabase> CreateAsync(string server)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"fps_test_{Environment.ProcessId}_{Interlocked.Increment(ref s_count)}");
        var database = new PostgresDatabase(server, name);
        await RunAsync(server, $"create database {name}");
        return database;
    }

    /// <summary>Runs a statement in it.</summary>
    public Task RunAsync(string sql) => RunAsync(ConnectionString, sql);

    /// <summary>Asks it for one value.</summary>
    public async Task<object?> AskAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Alone(ConnectionString));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Drops it while others are connected.</summary>
    public Task DropAsync() => RunAsync(_server, $"drop database if exists {_name} with (force)");

    /// <summary>Makes it again, empty.</summary>
    public Task MakeAgainAsync() => RunAsync(_server, $"create database {_name}");

    public ValueTask DisposeAsync() => new(DropAsync());

    private static async Task RunAsync(string where, string sql)
    {
        await using var connection = new NpgsqlConnection(Alone(where));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Alone(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
}
