using FreedomPaySandbox.Client;
using FreedomPaySandbox.LoadTests.Bench;
using FreedomPaySandbox.LoadTests.Closing;
using FreedomPaySandbox.LoadTests.Data;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>
/// Payouts in process are asked for again and again. In the middle of it they settle, and a client that has heard of an end must never hear
/// of process again.
/// </summary>
internal sealed class StatusPollingScenario(LoadEnvironment bench, LoadSize size) : ILoadScenario
{
    private const int Polled = 200;

    private readonly PolledPayout[] _payouts = new PolledPayout[Polled];
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _calls;
    private long _began;
    private int _settling;

    public static ScenarioKind Kind { get; } = new(
        "status-polling",
        "How fast are inquiries answered while payouts settle, and does a final status stay final?",
        new LoadSize(Rate: 300, TimeSpan.FromSeconds(30)),
        (bench, size) => new StatusPollingScenario(bench, size));

    public ScenarioProps Create() => Scenario
        .Create(Kind.Name, async context =>
        {
            bench.StopIfAsked(context);
            await SettleInTheMiddleAsync();
            var payout = _payouts[Interlocked.Increment(ref _calls) % Polled];
            var asked = bench.Time.GetTimestamp();
            var status = await bench.Payouts.GetStatusAsync(payout.OrderId, context.ScenarioCancellationToken);
            return payout.Hear(status, asked, bench.Time.GetTimestamp());
        })
        .WithInit(_ => PrepareAsync())
        .WithoutWarmUp()
        .WithLoadSimulations(
            Simulation.RampingInject(rate: size.Rate, interval: TimeSpan.FromSeconds(1), during: size.Ramp),
            Simulation.Inject(rate: size.Rate, interval: TimeSpan.FromSeconds(1), during: size.Hold))
        .WithThresholds(
            Threshold.Create(stats => stats.Fail.Request.Count == 0, abortWhenErrorCount: 10),
            Threshold.Create(stats => stats.Ok.Latency.Percent50 < 25),
            Threshold.Create(stats => stats.Ok.Latency.Percent99 < 250));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public async Task<IReadOnlyList<Observation>> CloseAsync()
    {
        var seen = Observation.Count("payouts whose final status was taken back", _payouts.Count(payout => payout.WasTakenBack), 0);
        if (bench.Merchant is null)
            return [seen];
        if (bench.Stopping.IsCancellationRequested && !_settled.Task.IsCompleted)
            return [seen, Observation.Figure("payouts that were still in process when it was interrupted", Polled)];
        await _settled.Task;
        var ends = await Task.WhenAll(_payouts.Select(async payout => (payout.IsToSucceed, Status: await bench.Payouts.GetStatusAsync(payout.OrderId))));
        return
        [
            seen,
            Observation.Count("payouts that ended as their card says", ends.Count(end => end.IsToSucceed ? end.Status is PayoutStatusSuccess : end.Status is PayoutStatusError), Polled),
            .. await Callbacks.CloseAsync(bench),
        ];
    }

    private async Task PrepareAsync()
    {
        if (bench.Merchant is { } merchant)
            await merchant.Clock.FreezeAtAsync(await merchant.Clock.NowAsync());
        await Parallel.ForAsync(0, Polled, bench.Stopping, async (place, cancellation) =>
        {
            var succeeds = place % 2 == 0;
            var order = bench.Orders.Order(bench.Orders.NextNumber(), succeeds ? TestCards.PaidLater : TestCards.RefusedLater);
            var result = await bench.Payouts.PayToCardAsync(order, cancellation);
            if (result is not PayoutInProcess)
                throw new EnvironmentException($"a payout that was to be in process was answered {PayoutEnd.GetCode(result)}; look for rules of the merchant that decide otherwise.");
            _payouts[place] = new PolledPayout(order.OrderId, succeeds);
        });
        _began = bench.Time.GetTimestamp();
    }

    // The first call of the second half moves the clock; on a gateway without one, payouts settle when they do.
    private async ValueTask SettleInTheMiddleAsync()
    {
        if (bench.Merchant is not { } merchant || bench.Time.GetElapsedTime(_began) < size.Duration / 2 || Interlocked.Exchange(ref _settling, 1) == 1)
            return;
        try
        {
            var latest = (await merchant.Payouts.FindAsync()).Max(payout => payout.SettlesAt);
            await merchant.Clock.SetAsync(latest, frozen: false);
            _settled.TrySetResult();
        }
        catch (Exception fault)
        {
            _settled.TrySetException(fault);
            throw;
        }
    }
}
