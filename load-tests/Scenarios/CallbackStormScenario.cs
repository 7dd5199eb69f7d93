using FreedomPaySandbox.Client;
using FreedomPaySandbox.LoadTests.Bench;
using FreedomPaySandbox.LoadTests.Closing;
using FreedomPaySandbox.LoadTests.Data;
using FreedomPaySandbox.LoadTests.Storm;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>
/// Many payouts settle in one moment, and all of them call back. Under load is the merchant's endpoint: each iteration waits for one
/// callback. How long each took is told by the sandbox's own record of the attempts.
/// </summary>
internal sealed class CallbackStormScenario(LoadEnvironment bench, LoadSize size) : ILoadScenario
{
    private const int PayersAtOnce = 32;

    private readonly DeliveryWatch _deliveries = new();
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string[] _orders = new string[size.Rate];
    private int _waiting;
    private DateTimeOffset _moment;

    public static ScenarioKind Kind { get; } = new(
        "callback-storm",
        "Many payouts settle at once: does your endpoint take every callback, and how soon?",
        new LoadSize(Rate: 500, TimeSpan.FromSeconds(60)),
        (bench, size) => new CallbackStormScenario(bench, size))
    {
        RateNoun = "at once",
        NeedsSandbox = true,
    };

    private SandboxMerchant Merchant => bench.Merchant!;

    public ScenarioProps Create() => Scenario
        .Create(Kind.Name, async context =>
        {
            bench.StopIfAsked(context);
            var place = Interlocked.Increment(ref _waiting);
            if (place == size.Rate)
                await SettleAsync();
            await _settled.Task.WaitAsync(bench.Stopping);
            return await _deliveries.OfAsync(_orders[place - 1], size.Duration, bench.Time, bench.Stopping)
                ? Response.Ok(statusCode: "HTTP 200")
                : Response.Fail(statusCode: "not delivered", message: $"not within {size.Duration.TotalSeconds:0} s");
        })
        .WithInit(_ => PrepareAsync())
        .WithoutWarmUp()
        .WithLoadSimulations(Simulation.IterationsForConstant(copies: size.Rate, iterations: size.Rate))
        .WithMaxFailCount(int.MaxValue)
        .WithThresholds(
            Threshold.Create(stats => stats.Fail.Request.Count == 0),
            Threshold.Create(stats => stats.Ok.Latency.Percent99 < 5000));

    public ValueTask DisposeAsync() => _deliveries.DisposeAsync();

    public async Task<IReadOnlyList<Observation>> CloseAsync()
    {
        var seen = StormFigures.From(await HistoriesAsync(), _moment);
        return bench.Receiver is { } receiver ? [.. seen, Observation.Count("callbacks that came twice", receiver.Repeats, 0)] : seen;
    }

    // The clock stands, so nothing settles before all have been made.
    private async Task PrepareAsync()
    {
        await Merchant.Clock.FreezeAtAsync(await Merchant.Clock.NowAsync());
        await Parallel.ForAsync(0, size.Rate, new ParallelOptions { MaxDegreeOfParallelism = PayersAtOnce, CancellationToken = bench.Stopping }, async (place, cancellation) =>
        {
            var order = bench.Orders.Order(bench.Orders.NextNumber(), TestCards.PaidLater);
            var result = await bench.Payouts.PayToCardAsync(order, cancellation);
            if (result is not PayoutInProcess)
                throw new EnvironmentException($"a payout that was to be in process was answered {PayoutEnd.GetCode(result)}; look for rules of the merchant that decide otherwise.");
            _orders[place] = order.OrderId;
        });
        _moment = (await Merchant.Payouts.FindAsync(status: Testing.PayoutStatus.Process)).Max(payout => payout.SettlesAt);
        if (bench.Receiver is { } receiver)
            receiver.Heard = _deliveries.Hear;
        else
            _deliveries.Follow(Merchant, bench.Time);
    }

    private async Task SettleAsync()
    {
        _settled.TrySetResult();
        await Merchant.Clock.SetAsync(_moment, frozen: false);
    }

    private async Task<IReadOnlyList<SandboxCallback>> HistoriesAsync()
    {
        var all = await Merchant.Callbacks.FindAsync();
        var histories = new SandboxCallback[all.Count];
        await Parallel.ForAsync(0, all.Count, new ParallelOptions { MaxDegreeOfParallelism = PayersAtOnce }, async (place, cancellation) =>
            histories[place] = await Merchant.Callbacks.GetAsync(all[place].Id, cancellation));
        return [.. histories.Where(callback => Array.IndexOf(_orders, callback.OrderId) >= 0)];
    }
}
