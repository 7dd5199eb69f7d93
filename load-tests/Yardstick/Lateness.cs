using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Yardstick;

/// <summary>
/// How late callbacks go out: many payouts that settle at random moments of a window, over many hosts, some called back twice because the
/// first answer is HTTP 500. Late is from when an attempt was due, by the sandbox's own word, to when it arrived; both clocks are the
/// machine's.
/// </summary>
internal sealed class Lateness : IAsyncDisposable
{
    private const string Merchant = "9970";
    private const int PayersAtOnce = 48, WarmUps = 3000, Page = 1000;

    private static readonly TimeSpan s_longestWarmUp = TimeSpan.FromSeconds(60);

    // Of payouts a second, at the least.
    private const int Made = 400;

    private static readonly TimeSpan s_shortestLead = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _http;
    private readonly DueReceiver _receiver;
    private readonly DuePlan _plan;
    private readonly TimeSpan _lead;
    private readonly TimeSpan _window;
    private readonly int _count;
    private readonly int _hosts;

    private Lateness(Uri sandbox, DueReceiver receiver, int count, TimeSpan window, int hosts)
    {
        // All payouts are made before the first is due, so that calls and callbacks do not compete.
        _lead = s_shortestLead + TimeSpan.FromSeconds(count / Made);
        (_receiver, _count, _window, _hosts, _plan) = (receiver, count, window, hosts, new DuePlan(_lead, window));
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null }) { BaseAddress = sandbox };
    }

    /// <summary>
    /// Prints p50, p99, worst and count of all attempts, then of the first ones and of the repeated ones, a line each, and how many never
    /// came or came early.
    /// </summary>
    public static async Task<int> MeasureAsync(string sandbox, int port, int count, int seconds, int hosts)
    {
        await using var receiver = await DueReceiver.StartAsync(port, hosts);
        await using var lateness = new Lateness(new Uri(sandbox), receiver, count, TimeSpan.FromSeconds(seconds), hosts);
        await lateness.WarmUpAsync();
        await lateness.RunAsync();
        return 0;
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    // Called back at once, and not measured: a cold start is another measurement.
    private async Task WarmUpAsync()
    {
        await PayAsync(WarmUps, order => string.Create(CultureInfo.InvariantCulture, $"warm-{-1 - order}"), "ok");
        await UntilAsync(() => _receiver.WarmUps >= WarmUps, s_longestWarmUp);
        using var rules = new StringContent(_plan.RulesJson(), Encoding.UTF8, "application/json");
        using var put = await _http.PutAsync(new Uri($"/__admin/merchants/{Merchant}/rules", UriKind.Relative), rules);
        put.EnsureSuccessStatusCode();
    }

    private async Task RunAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        await PayAsync(_count, order => _plan.GetId(order, TimeProvider.System.GetElapsedTime(began)), "process");
        if (TimeProvider.System.GetElapsedTime(began) is var took && took > _lead)
            throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"{_count} payouts took {took.TotalSeconds:0} s to make, and the first was due after {_lead.TotalSeconds:0} s."));
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {_count} payouts made in {took.TotalSeconds:0.0} s, due from {_lead.TotalSeconds:0} s on"));

        var due = await EachAsync("payouts", "settlesAt");
        var wanted = _count + Enumerable.Range(0, _count).Count(DuePlan.IsRefusedFirst);
        await UntilAsync(() => _receiver.Attempts >= wanted, _lead + (2 * _window) + s_longestWarmUp);
        Tell(due, await EachAsync("callbacks", "dueAt"));
    }

    private void Tell(Dictionary<int, DateTimeOffset> settled, Dictionary<int, DateTimeOffset> dueLast)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (first, repeated, never) = (new List<TimeSpan>(), new List<TimeSpan>(), 0);
        for (var order = 0; order < _count; order++)
        {
            var came = _receiver.Create(order);
            first.Add((came.Count > 0 ? came[0] : now) - settled[order]);
            never += came.Count > 0 ? 0 : 1;
            if (!DuePlan.IsRefusedFirst(order))
                continue;
            if (came.Count > 1)
                repeated.Add(came[1] - dueLast[order]);
            else
                never++;
        }

        Console.WriteLine(LatenessFigures.From([.. first, .. repeated]));
        Console.WriteLine(LatenessFigures.From(first));
        Console.WriteLine(LatenessFigures.From(repeated));

        // What is due is told in whole milliseconds.
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{never} {first.Concat(repeated).Count(late => late < TimeSpan.FromMilliseconds(-1))}"));
    }

    private Task PayAsync(int count, Func<int, string> id, string status) => Parallel.ForAsync(
        0, count, new ParallelOptions { MaxDegreeOfParallelism = PayersAtOnce }, async (order, cancellation) =>
        {
            var form = SignedOrders.Payout(id(order), order, _receiver.PostLink(DuePlan.GetHost(order, _hosts)), Merchant);
            using var body = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
            using var answer = await _http.PostAsync(new Uri("/g2g/p2p2nonreg", UriKind.Relative), body, cancellation);
            var text = await answer.Content.ReadAsStringAsync(cancellation);
            if (answer.StatusCode != HttpStatusCode.OK || !text.Contains($"<{Fields.Status}>{status}<", StringComparison.Ordinal))
                throw new InvalidOperationException($"A payout was to be {status}, and the answer was {text}");
        });

    private async Task<Dictionary<int, DateTimeOffset>> EachAsync(string list, string moment)
    {
        var moments = new Dictionary<int, DateTimeOffset>();
        var after = "";
        while (true)
        {
            var page = JsonNode.Parse(await _http.GetStringAsync(new Uri($"/__admin/merchants/{Merchant}/{list}?limit={Page}{after}", UriKind.Relative)))!;
            foreach (var one in page[list]!.AsArray())
                moments[DuePlan.GetOrder((string)one!["orderId"]!)] = (DateTimeOffset)one[moment]!;
            if (page["next"] is not { } next || page[list]!.AsArray().Count == 0)
                return moments;
            after = $"&after={Uri.EscapeDataString((string)next!)}";
        }
    }

    private static async Task UntilAsync(Func<bool> isSo, TimeSpan within)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!isSo() && TimeProvider.System.GetElapsedTime(began) < within)
            await Task.Delay(s_look, TimeProvider.System);
    }
}

/// <summary>How late attempts were, in milliseconds. Pure.</summary>
internal sealed record LatenessFigures(double Middle, double High, double Worst, int Count)
{
    public static LatenessFigures From(IEnumerable<TimeSpan> lateness)
    {
        var sorted = lateness.Select(late => late.TotalMilliseconds).Order().ToList();
        return sorted.Count == 0 ? new LatenessFigures(0, 0, 0, 0) : new LatenessFigures(At(sorted, 0.5), At(sorted, 0.99), sorted[^1], sorted.Count);
    }

    /// <summary>p50, p99, worst and how many, for a script to read.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Middle:0.0} {High:0.0} {Worst:0.0} {Count}");

    private static double At(List<double> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
