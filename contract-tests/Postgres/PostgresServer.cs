namespace FreedomPaySandbox.ContractTests.Postgres;

/// <summary>The server that tests share, each with a database of its own: the one that is named, or else a throw-away one.</summary>
internal static class PostgresServer
{
    public const string Variable = "FPS_TEST_POSTGRES";

    private static readonly string? s_given = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;
    private static readonly Lazy<Task<string>> s_server = new(StartAsync);

    /// <summary>Why there is none, or nothing.</summary>
    public static string? Missing { get; } = s_given is null && PostgresBinaries.Missing is not null
        ? $"Needs PostgreSQL: install postgresql, or name a server in {Variable}."
        : null;

    /// <summary>The connection string of a database in which others can be made.</summary>
    public static Task<string> ConnectionStringAsync() => s_server.Value;

    private static async Task<string> StartAsync()
    {
        if (s_given is not null)
            return s_given;
        var cluster = await PostgresCluster.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Abandon();
        return cluster.ConnectionString;
    }
}
