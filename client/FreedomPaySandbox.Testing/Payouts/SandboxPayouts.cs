using System.Globalization;
using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>The payouts of a merchant, or of all: those that were made, and those that failed from the balance on.</summary>
public sealed class SandboxPayouts
{
    private readonly AdminScope _scope;
    private readonly AdminList<PayoutPage, SandboxPayout> _list;

    internal SandboxPayouts(AdminScope scope) =>
        (_scope, _list) = (scope, new AdminList<PayoutPage, SandboxPayout>(scope, "payout", AdminJson.Default.PayoutPage));

    /// <summary>All that there are of that order and status, the oldest first.</summary>
    /// <exception cref="SandboxException">The sandbox refused or could not be reached.</exception>
    public Task<IReadOnlyList<SandboxPayout>> FindAsync(string? order = null, PayoutStatus? status = null, CancellationToken cancellation = default) =>
        _list.AllAsync(Asked(order, status), cancellation);

    /// <summary>The one that there is of that order and status.</summary>
    /// <exception cref="SandboxException">There is none, or there are several.</exception>
    public Task<SandboxPayout> SingleAsync(string? order = null, PayoutStatus? status = null, CancellationToken cancellation = default) =>
        _list.SingleAsync(Asked(order, status), cancellation);

    /// <summary>The first one of that order and status, as soon as it is there.</summary>
    /// <param name="order">The order id.</param>
    /// <param name="status">How far it is.</param>
    /// <param name="within">How long to wait at most, in real time; ten seconds when left out.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxTimeoutException">None came in time, or none will come.</exception>
    public async Task<SandboxPayout> WaitForAsync(
        string? order = null, PayoutStatus? status = null, TimeSpan? within = null, CancellationToken cancellation = default) =>
        (await WaitForAsync(1, order, status, within, cancellation))[0];

    /// <summary>All of that order and status, as soon as there are so many.</summary>
    /// <param name="count">How many, from 1 to 1000.</param>
    /// <param name="order">The order id.</param>
    /// <param name="status">How far they are.</param>
    /// <param name="within">How long to wait at most, in real time; ten seconds when left out.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxTimeoutException">Fewer came in time, or fewer will come.</exception>
    public Task<IReadOnlyList<SandboxPayout>> WaitForAsync(
        int count, string? order = null, PayoutStatus? status = null, TimeSpan? within = null, CancellationToken cancellation = default) =>
        _list.WaitAsync(Asked(order, status), count, within ?? Patience.Default, cancellation);

    /// <summary>Makes one in process final now, and has it called back at once.</summary>
    /// <param name="id">The payment id.</param>
    /// <param name="outcome"><see cref="Outcomes.Success"/> or an <see cref="Outcomes.Error"/>; as it was to end when left out.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxException">There is no such payout, or it is final already.</exception>
    public Task<SandboxPayout> SettleAsync(long id, string? outcome = null, CancellationToken cancellation = default) => _scope.SendAsync(
        HttpMethod.Post,
        string.Create(CultureInfo.InvariantCulture, $"payouts/{id}/settle"),
        AdminJson.Body(new Settlement(outcome), AdminJson.Default.Settlement),
        AdminJson.Default.SandboxPayout,
        cancellation);

    private static Query Asked(string? order, PayoutStatus? status) => new(("order", order), ("status", DashedWord<PayoutStatus>.Format(status)));
}

/// <summary>A page of payouts.</summary>
internal sealed record PayoutPage([property: JsonPropertyName("payouts")] IReadOnlyList<SandboxPayout> Items, string? Next, string? Reason = null) : IListPage<SandboxPayout>;

/// <summary>How a payout in process shall end; as it was to when nothing is said.</summary>
internal sealed record Settlement(string? Outcome);
