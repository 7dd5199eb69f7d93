using System.Globalization;
using System.Text.Json.Serialization.Metadata;

namespace FreedomPaySandbox.Testing;

/// <summary>A list of the admin API: read to its end, or waited for.</summary>
/// <param name="scope">Whose it is.</param>
/// <param name="noun">What is in it, such as <c>payout</c>; its path is the same with an s.</param>
/// <param name="page">How a page travels.</param>
internal sealed class AdminList<TPage, TItem>(AdminScope scope, string noun, JsonTypeInfo<TPage> page)
    where TPage : class, IListPage<TItem>
{
    /// <summary>As many as the admin API gives at once.</summary>
    private const int PageSize = 1000;

    /// <summary>As long as the admin API waits.</summary>
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(60);

    /// <summary>How long the answer to a wait that is over may take.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(2);

    public async Task<IReadOnlyList<TItem>> AllAsync(Query query, CancellationToken cancellation)
    {
        var all = new List<TItem>();
        string? after = null;
        while (true)
        {
            var found = await scope.GetAsync(Path(query.And("after", after)), page, cancellation);
            all.AddRange(found.Items);
            if (found.Items.Count < PageSize)
                return all;
            after = found.Next;
        }
    }

    public async Task<TItem> SingleAsync(Query query, CancellationToken cancellation)
    {
        var found = await AllAsync(query, cancellation);
        return found.Count == 1
            ? found[0]
            : throw new SandboxException($"Expected one {noun}{Asked(query)} of {scope.Name}, and there are {found.Count}.").With(await JournalExcerpt.OfAsync(scope));
    }

    /// <summary>Returns as soon as there are so many.</summary>
    public async Task<IReadOnlyList<TItem>> WaitAsync(Query query, int count, TimeSpan within, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, PageSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(within, TimeSpan.Zero);
        var patient = query.And("min", count.ToString(CultureInfo.InvariantCulture));
        var started = TimeProvider.System.GetTimestamp();
        var came = 0;
        while (true)
        {
            var left = within - TimeProvider.System.GetElapsedTime(started);
            if (await LookAsync(patient, left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellation) is { } page)
            {
                if (page.Items.Count >= count)
                    return page.Items;
                came = page.Items.Count;
                if (page.Reason is { } reason)
                    throw new SandboxTimeoutException(InVain(query, count, came, reason)).With(await JournalExcerpt.OfAsync(scope));
            }

            if (left <= TimeSpan.Zero)
                throw new SandboxTimeoutException(Missed(query, count, came, within)).With(await JournalExcerpt.OfAsync(scope));
        }
    }

    /// <returns>What there is, or nothing when no answer came: the clock by which the sandbox waits may stand.</returns>
    private async Task<TPage?> LookAsync(Query query, TimeSpan left, CancellationToken cancellation)
    {
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling((left < s_longestWait ? left : s_longestWait).TotalMilliseconds));
        using var limit = new CancellationTokenSource(wait + s_grace, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await scope.GetAsync(Path(query.And("wait", DurationJson.Text(wait))), page, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private string Missed(Query query, int count, int came, TimeSpan within) => count == 1
        ? $"No {noun}{Asked(query)} of {scope.Name} came within {DurationJson.Text(within)}."
        : $"Of {count} {noun}s{Asked(query)} of {scope.Name}, {came} came within {DurationJson.Text(within)}.";

    private string InVain(Query query, int count, int came, string reason) => count == 1
        ? $"No {noun}{Asked(query)} of {scope.Name} will come. {reason}"
        : $"Of {count} {noun}s{Asked(query)} of {scope.Name}, {came} came, and so many will not. {reason}";

    private static string Asked(Query query) => query.InWords.Length == 0 ? "" : $" ({query.InWords})";

    private string Path(Query query) => $"{noun}s{query.And("limit", PageSize.ToString(CultureInfo.InvariantCulture))}";
}
