using System.Globalization;
using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>
/// The journal of a merchant, or of all: calls to the gateway and what was answered. It is kept in memory and bounded, the last
/// thousand calls of a merchant unless the sandbox was told otherwise.
/// </summary>
public sealed class SandboxRequests
{
    private readonly AdminScope _scope;
    private readonly AdminList<RequestPage, SandboxRequest> _list;

    internal SandboxRequests(AdminScope scope) =>
        (_scope, _list) = (scope, new AdminList<RequestPage, SandboxRequest>(scope, "request", AdminJson.Default.RequestPage));

    /// <summary>All that the journal holds of those, the oldest first.</summary>
    /// <param name="order">The order id.</param>
    /// <param name="operation">The method of the gateway, such as <c>p2p2nonreg</c>.</param>
    /// <param name="outcome">Such as <c>ok</c>, <c>process</c>, <c>HTTP 415</c> or <see cref="Outcomes.Error"/>.</param>
    /// <param name="payout">The payment id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxException">The sandbox refused or could not be reached.</exception>
    public Task<IReadOnlyList<SandboxRequest>> FindAsync(
        string? order = null, string? operation = null, string? outcome = null, long? payout = null, CancellationToken cancellation = default) =>
        _list.AllAsync(Asked(order, operation, outcome, payout), cancellation);

    /// <summary>Counts those that the journal holds, and tells whether they are all.</summary>
    /// <param name="order">The order id.</param>
    /// <param name="operation">The method of the gateway, such as <c>p2p2nonreg</c>.</param>
    /// <param name="outcome">Such as <c>ok</c>, <c>process</c>, <c>HTTP 415</c> or <see cref="Outcomes.Error"/>.</param>
    /// <param name="payout">The payment id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxException">The sandbox refused or could not be reached.</exception>
    public Task<RequestCount> CountAsync(
        string? order = null, string? operation = null, string? outcome = null, long? payout = null, CancellationToken cancellation = default) =>
        _scope.GetAsync($"requests/count{Asked(order, operation, outcome, payout)}", AdminJson.Default.RequestCount, cancellation);

    /// <summary>One call.</summary>
    /// <param name="id">What its answer carried as <c>X-Sandbox-Request</c>, such as <c>9970-17</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxException">The journal holds no such call.</exception>
    public Task<SandboxRequest> GetAsync(string id, CancellationToken cancellation = default) =>
        _scope.GetAsync($"requests/{Uri.EscapeDataString(id)}", AdminJson.Default.SandboxRequest, cancellation);

    /// <summary>The first of those, as soon as it is there.</summary>
    /// <param name="order">The order id.</param>
    /// <param name="operation">The method of the gateway, such as <c>p2p2nonreg</c>.</param>
    /// <param name="outcome">Such as <c>ok</c>, <c>process</c>, <c>HTTP 415</c> or <see cref="Outcomes.Error"/>.</param>
    /// <param name="payout">The payment id.</param>
    /// <param name="within">How long to wait at most, in real time; ten seconds when left out.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxTimeoutException">None came in time.</exception>
    public async Task<SandboxRequest> WaitForAsync(
        string? order = null,
        string? operation = null,
        string? outcome = null,
        long? payout = null,
        TimeSpan? within = null,
        CancellationToken cancellation = default) =>
        (await WaitForAsync(1, order, operation, outcome, payout, within, cancellation))[0];

    /// <summary>All of those, as soon as there are so many.</summary>
    /// <param name="count">How many, from 1 to 1000.</param>
    /// <param name="order">The order id.</param>
    /// <param name="operation">The method of the gateway, such as <c>p2p2nonreg</c>.</param>
    /// <param name="outcome">Such as <c>ok</c>, <c>process</c>, <c>HTTP 415</c> or <see cref="Outcomes.Error"/>.</param>
    /// <param name="payout">The payment id.</param>
    /// <param name="within">How long to wait at most, in real time; ten seconds when left out.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxTimeoutException">Fewer came in time.</exception>
    public Task<IReadOnlyList<SandboxRequest>> WaitForAsync(
        int count,
        string? order = null,
        string? operation = null,
        string? outcome = null,
        long? payout = null,
        TimeSpan? within = null,
        CancellationToken cancellation = default) =>
        _list.WaitAsync(Asked(order, operation, outcome, payout), count, within ?? Patience.Default, cancellation);

    private static Query Asked(string? order, string? operation, string? outcome, long? payout) => new(
        ("order", order), ("operation", operation), ("outcome", outcome), ("payout", payout?.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>How many calls there were.</summary>
/// <param name="Count">How many of them the journal holds.</param>
/// <param name="Complete">Whether those are all; otherwise the journal has let some go that may have counted, and there were at least so
/// many.</param>
/// <param name="Evicted">How many calls the journal has let go in all.</param>
public sealed record RequestCount(long Count, bool Complete, long Evicted);

/// <summary>A page of calls.</summary>
internal sealed record RequestPage([property: JsonPropertyName("requests")] IReadOnlyList<SandboxRequest> Items, string? Next) : IListPage<SandboxRequest>
{
    /// <summary>Another call may always come.</summary>
    public string? Reason => null;
}
