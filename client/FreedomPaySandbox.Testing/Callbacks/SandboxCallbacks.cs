using System.Globalization;
using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>The callbacks of a merchant, or of all.</summary>
public sealed class SandboxCallbacks
{
    private readonly AdminScope _scope;
    private readonly AdminList<CallbackPage, SandboxCallback> _list;

    internal SandboxCallbacks(AdminScope scope) =>
        (_scope, _list) = (scope, new AdminList<CallbackPage, SandboxCallback>(scope, "callback", AdminJson.Default.CallbackPage));

    /// <summary>
    /// All that there are of that order, state and payment id, those of the oldest payouts first, without their attempts.
    /// </summary>
    /// <exception cref="SandboxException">The sandbox refused or could not be reached.</exception>
    public Task<IReadOnlyList<SandboxCallback>> FindAsync(
        string? order = null, CallbackState? state = null, long? payout = null, CancellationToken cancellation = default) =>
        _list.AllAsync(Asked(order, state, payout), cancellation);

    /// <summary>The one that there is of that order, state and payment id, with its attempts.</summary>
    /// <exception cref="SandboxException">There is none, or there are several.</exception>
    public async Task<SandboxCallback> SingleAsync(
        string? order = null, CallbackState? state = null, long? payout = null, CancellationToken cancellation = default) =>
        await GetAsync((await _list.SingleAsync(Asked(order, state, payout), cancellation)).Id, cancellation);

    /// <summary>One with its attempts.</summary>
    /// <param name="id">Payment id and number, such as <c>4963922019-1</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxException">There is no such callback.</exception>
    public Task<SandboxCallback> GetAsync(string id, CancellationToken cancellation = default) =>
        _scope.GetAsync($"callbacks/{Uri.EscapeDataString(id)}", AdminJson.Default.SandboxCallback, cancellation);

    /// <summary>The first one of that order, state and payment id, as soon as it is there, with its attempts.</summary>
    /// <param name="order">The order id.</param>
    /// <param name="state">Its state: pending, delivered, dead, lost or rejected.</param>
    /// <param name="payout">The payment id.</param>
    /// <param name="within">How long to wait at most, in real time; ten seconds when left out.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxTimeoutException">None came in time, or none will come.</exception>
    public async Task<SandboxCallback> WaitForAsync(
        string? order = null, CallbackState? state = null, long? payout = null, TimeSpan? within = null, CancellationToken cancellation = default) =>
        await GetAsync((await WaitForAsync(1, order, state, payout, within, cancellation))[0].Id, cancellation);

    /// <summary>All of that order, state and payment id, as soon as there are so many, without their attempts.</summary>
    /// <param name="count">How many, from 1 to 1000.</param>
    /// <param name="order">The order id.</param>
    /// <param name="state">Their state: pending, delivered, dead, lost or rejected.</param>
    /// <param name="payout">The payment id.</param>
    /// <param name="within">How long to wait at most, in real time; ten seconds when left out.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxTimeoutException">Fewer came in time, or fewer will come.</exception>
    public Task<IReadOnlyList<SandboxCallback>> WaitForAsync(
        int count,
        string? order = null,
        CallbackState? state = null,
        long? payout = null,
        TimeSpan? within = null,
        CancellationToken cancellation = default) =>
        _list.WaitAsync(Asked(order, state, payout), count, within ?? Patience.Default, cancellation);

    /// <summary>Sends one again at once, with its whole schedule before it, whatever became of it.</summary>
    /// <param name="id">Payment id and number, such as <c>4963922019-1</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxException">There is no such callback, or its payout is in process: settle that, or advance the
    /// clock.</exception>
    public Task<SandboxCallback> ResendAsync(string id, CancellationToken cancellation = default) =>
        _scope.SendAsync(HttpMethod.Post, $"callbacks/{Uri.EscapeDataString(id)}/resend", null, AdminJson.Default.SandboxCallback, cancellation);

    private static Query Asked(string? order, CallbackState? state, long? payout) => new(
        ("order", order), ("state", DashedWord<CallbackState>.Format(state)), ("payout", payout?.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>A page of callbacks.</summary>
internal sealed record CallbackPage([property: JsonPropertyName("callbacks")] IReadOnlyList<SandboxCallback> Items, string? Next, string? Reason = null) : IListPage<SandboxCallback>;
