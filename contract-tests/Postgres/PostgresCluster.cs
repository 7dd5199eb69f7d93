using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FreedomPaySandbox.ContractTests.Callbacks;

namespace FreedomPaySandbox.ContractTests.Postgres;

/// <summary>
/// A throw-away PostgreSQL server on loopback. A shell looks after it, as the user postgres where tests run as root, because the server
/// refuses root; it takes the server down and its folder away when told to, and also when the tests die and tell nothing more.
/// </summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private const string Script =
        """
        set -e
        folder=$(mktemp -d -t fps-postgres-XXXXXX)
        trap '"$1/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"' EXIT
        make() { "$1/initdb" -D "$folder/data" -U sandbox -A scram-sha-256 --pwfile=<(echo "$3") -E UTF8 --no-sync "${@:4}" >"$folder/log" 2>&1; }
        # Texts in the order of a language, where it knows any: what relies on the order of bytes shows.
        make "$1" "$2" "$3" --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-US || make "$1" "$2" "$3" --locale=C
        start() { "$1/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-p $2 -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300" start >/dev/null; }
        start "$1" "$2"
        echo started
        while read -r word; do
            case $word in
                stop) "$1/pg_ctl" -D "$folder/data" -m fast -w stop >/dev/null; echo stopped ;;
                start) start "$1" "$2"; echo started ;;
                crash) "$1/pg_ctl" -D "$folder/data" -m immediate -w -l "$folder/log" restart >/dev/null; echo started ;;
            esac
        done
        """;

    private readonly Process _keeper;
    private readonly int _port;

    private PostgresCluster(Process keeper, int port) => (_keeper, _port) = (keeper, port);

    /// <summary>Looks like nothing else, so that tests can tell where it must not stand.</summary>
    public const string Password = "pg-Passw0rd-of-tests";

    /// <summary>Of its first database.</summary>
    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Database=postgres;Username=sandbox;Password={Password}");

    public static async Task<PostgresCluster> StartAsync()
    {
        var port = FreePort();
        var bash = new[] { "bash", "-c", Script, "keeper", PostgresBinaries.Folder!, $"{port}", Password };
        var words = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", .. bash] : bash;
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        var cluster = new PostgresCluster(Process.Start(start)!, port);
        await cluster.HearAsync("started");
        return cluster;
    }

    public Task StopServerAsync() => TellAsync("stop", "stopped");

    public Task StartServerAsync() => TellAsync("start", "started");

    /// <summary>Ends it as a power cut would, and starts it again.</summary>
    public Task CrashServerAsync() => TellAsync("crash", "started");

    /// <summary>Ends it without waiting, where nobody can wait.</summary>
    public void Abandon() => _keeper.StandardInput.Close();

    public async ValueTask DisposeAsync()
    {
        Abandon();
        await _keeper.WaitForExitAsync().WaitAsync(2 * Patience.Limit);
        _keeper.Dispose();
    }

    private async Task TellAsync(string word, string answer)
    {
        await _keeper.StandardInput.WriteLineAsync(word);
        await _keeper.StandardInput.FlushAsync();
        await HearAsync(answer);
    }

    private async Task HearAsync(string answer) =>
        Assert.Equal(answer, await _keeper.StandardOutput.ReadLineAsync().WaitAsync(2 * Patience.Limit));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
