using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A PostgreSQL database, which any number of sandboxes share.</summary>
internal sealed class PostgresEngine : StoreEngine
{
    private readonly PostgresAddress _address;
    private readonly NpgsqlDataSource _pool;
    private readonly NpgsqlDataSource _lasting;

    private PostgresEngine(PostgresAddress address)
    {
        _address = address;
        _pool = new NpgsqlSlimDataSourceBuilder(address.Pooled).EnableArrays().EnableTransportSecurity().Build();
        _lasting = new NpgsqlSlimDataSourceBuilder(address.Lasting).EnableTransportSecurity().Build();
        News = new PostgresChangeFeed(_lasting, _pool);
    }

    public override DbDataSource Source => _pool;

    public override SqlDialect Dialect => SqlDialect.Postgres;

    public override string Place => $"{_address}";

    public override ChangeFeed News { get; }

    public static new PostgresEngine Create(string connectionString) => new(
        PostgresAddress.TryParse(connectionString)
        ?? throw new StoreUnavailableException($"The store is no connection string of PostgreSQL. Expected one such as {PostgresAddress.Form}."));

    public override ValueTask<DbConnection> ConnectAsync(CancellationToken cancellation) => ConnectAsync(_pool, cancellation);

    public override void Forget() => _pool.Clear();

    /// <summary>By a connection of its own, so that it ends with the sandbox, however that ends.</summary>
    public override async Task<IAsyncDisposable?> HoldAsync(long number, CancellationToken cancellation)
    {
        var connection = await ConnectAsync(_lasting, cancellation);
        try
        {
            await using var holding = connection.CreateCommand();
            holding.CommandText = string.Create(CultureInfo.InvariantCulture, $"set lock_timeout = 0; select pg_advisory_lock({number})");
            holding.CommandTimeout = 0;
            await holding.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _pool.DisposeAsync();
        await _lasting.DisposeAsync();
    }

    public override string ToString() => $"{Dialect.Name}, {_address}";

    private static async ValueTask<DbConnection> ConnectAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        try
        {
            return await source.OpenConnectionAsync(cancellation);
        }
        catch (Exception fault) when (fault is SocketException or IOException or TimeoutException)
        {
            // A name that nobody knows, which is what a database in a container is while it is down.
            throw new StoreFaultException($"Failed to connect: {fault.Message}", fault);
        }
    }
}
