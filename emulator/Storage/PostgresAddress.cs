using System.Globalization;
using Npgsql;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// A PostgreSQL database as somebody named it, with what a sandbox wants of its connections. Prints without the password.
/// </summary>
internal sealed class PostgresAddress
{
    /// <summary>What a connection string must be, for error texts.</summary>
    public const string Form = "Host=localhost;Database=sandbox;Username=sandbox;Password=…";

    private const int MostConnections = 16;

    // Seconds.
    private const int ConnectTimeout = 5, StatementTimeout = 15, KeepAlive = 15;

    /// <summary>What the server is to do about a sandbox that says nothing more and holds rows.</summary>
    private const string Patience =
        "-c lock_timeout=10s -c idle_in_transaction_session_timeout=30s -c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    /// <summary>
    /// Every statement has its index. While tables are new the server knows nothing of their size, and keeps the plan that it makes then.
    /// </summary>
    private const string ByIndex = "-c enable_seqscan=off";

    private static readonly NpgsqlConnectionStringBuilder s_defaults = new();

    private readonly NpgsqlConnectionStringBuilder _given;

    private PostgresAddress(NpgsqlConnectionStringBuilder given) => _given = given;

    /// <summary>
    /// For statements: few connections, so that many sandboxes fit, and none that a dead machine could keep rows locked by.
    /// </summary>
    public string Pooled => With(all =>
    {
        all.MaxPoolSize = _given.MaxPoolSize == s_defaults.MaxPoolSize ? MostConnections : _given.MaxPoolSize;
        all.MaxAutoPrepare = 200;
        all.AutoPrepareMinUsages = 2;
        all.NoResetOnClose = true;
    });

    /// <summary>For connections that are kept for what they hold or hear.</summary>
    public string Lasting => With(all =>
    {
        all.Pooling = false;
        all.KeepAlive = KeepAlive;
    });

    /// <summary>What may be shown: where the database is and who asks.</summary>
    public string Shown => new NpgsqlConnectionStringBuilder
    {
        Host = _given.Host,
        Port = _given.Port,
        Database = _given.Database,
        Username = _given.Username,
    }.ConnectionString;

    /// <returns>Nothing when it is no connection string that says which database.</returns>
    public static PostgresAddress? TryParse(string text)
    {
        try
        {
            var given = new NpgsqlConnectionStringBuilder(text);
            return given.Host is { Length: > 0 } && given.Database is { Length: > 0 } ? new PostgresAddress(given) : null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_given.Host}:{_given.Port}/{_given.Database}");

    private string With(Action<NpgsqlConnectionStringBuilder> change)
    {
        var all = new NpgsqlConnectionStringBuilder(_given.ConnectionString)
        {
            ApplicationName = _given.ApplicationName ?? "Freedom Pay payout sandbox",
            PersistSecurityInfo = false,
            IncludeErrorDetail = false,
            Options = _given.Options ?? $"{Patience} {ByIndex}",
            Timeout = _given.Timeout == s_defaults.Timeout ? ConnectTimeout : _given.Timeout,
            CommandTimeout = _given.CommandTimeout == s_defaults.CommandTimeout ? StatementTimeout : _given.CommandTimeout,
        };
        change(all);
        return all.ConnectionString;
    }
}
