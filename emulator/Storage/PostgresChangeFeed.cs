using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// The same by LISTEN and NOTIFY, on a connection of its own. Who listens holds a lock that all share; so everybody can see how many do,
/// and one that died does not any more.
/// </summary>
internal sealed class PostgresChangeFeed(NpgsqlDataSource lasting, NpgsqlDataSource pool) : ChangeFeed
{
    private const int Lock = 7076681;

    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private static readonly string s_listeners = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        select pid from pg_locks
        where locktype = 'advisory' and classid = 0 and objid = {Lock} and granted and pid <> @self
            and database = (select oid from pg_database where datname = current_database())
        """);

    private readonly ConcurrentDictionary<long, Question> _asked = new();
    private TimeProvider _time = TimeProvider.System;
    private long _questions;
    private volatile int _line;

    public override async Task ListenAsync(Func<StoreChange, Task> hear, Action<Exception> lost, TimeProvider time, CancellationToken cancellation)
    {
        _time = time;
        var pause = s_firstPause;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await HearAsync(hear, () => pause = s_firstPause, cancellation);
            }
            catch (Exception fault) when (fault is DbException or SocketException or IOException or TimeoutException or InvalidOperationException or OperationCanceledException)
            {
                _line = 0;
                if (cancellation.IsCancellationRequested)
                    return;
                lost(fault);
                await Task.Delay(pause, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause;
            }
        }
    }

    public override async Task HeardAsync()
    {
        if (_line == 0)
            return;
        var number = Interlocked.Increment(ref _questions);
        try
        {
            if (await ListenersAsync() is not { Count: > 0 } listeners)
                return;
            var question = _asked[number] = new Question(listeners);
            await TellAsync(new StoreChange(StoreChangeKind.Question, number, From: Sender));
            await question.Answered.WaitAsync(s_patience, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (DbException)
        {
            // The store is gone again; when it comes back, everybody reads everything.
        }
        finally
        {
            _asked.TryRemove(number, out _);
        }
    }

    private async Task HearAsync(Func<StoreChange, Task> hear, Action connected, CancellationToken cancellation)
    {
        // Notices come while somebody waits on the connection, so those that wait here are no more than the server sent at once.
        var told = new Queue<StoreChange>();
        await using var connection = await lasting.OpenConnectionAsync(cancellation);
        connection.Notification += (_, notice) =>
        {
            if (StoreChange.TryParse(notice.Payload) is { } news)
                told.Enqueue(news);
        };
        await ExecuteAsync(connection, string.Create(CultureInfo.InvariantCulture, $"set lock_timeout = 0; listen {Channel}; select pg_advisory_lock_shared({Lock})"), cancellation);
        connected();
        _line = connection.ProcessID;
        await hear(StoreChange.Everything);
        while (true)
        {
            while (told.TryDequeue(out var news))
                await TakeAsync(news, hear);
            await connection.WaitAsync(cancellation);
        }
    }

    private async Task TakeAsync(StoreChange news, Func<StoreChange, Task> hear)
    {
        switch (news.Kind)
        {
            case StoreChangeKind.Question when news.From != Sender:
                // All that was told before the question has been heard by now.
                await TellAsync(new StoreChange(StoreChangeKind.Answer, news.Number, _line, news.From));
                break;
            case StoreChangeKind.Answer when news.From == Sender && _asked.TryGetValue(news.Number, out var question):
                question.Answer(news.Line);
                break;
            case StoreChangeKind.Question or StoreChangeKind.Answer:
                break;
            case StoreChangeKind.Epoch when news.From == Sender:
                // Who wrote knows.
                break;
            default:
                await hear(news);
                break;
        }
    }

    private async Task<HashSet<int>> ListenersAsync()
    {
        await using var asking = pool.CreateCommand(s_listeners);
        asking.Parameters.AddWithValue("@self", _line);
        await using var reader = await asking.ExecuteReaderAsync();
        var pids = new HashSet<int>();
        while (await reader.ReadAsync())
            pids.Add(reader.GetInt32(0));
        return pids;
    }

    private async Task TellAsync(StoreChange news)
    {
        await using var telling = pool.CreateCommand("select pg_notify(@channel, @news)");
        telling.Parameters.AddWithValue("@channel", Channel);
        telling.Parameters.AddWithValue("@news", $"{news}");
        await telling.ExecuteNonQueryAsync();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private sealed class Question(HashSet<int> open)
    {
        private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Answered => _answered.Task;

        public void Answer(int line)
        {
            lock (open)
            {
                if (open.Remove(line) && open.Count == 0)
                    _answered.TrySetResult();
            }
        }
    }
}
