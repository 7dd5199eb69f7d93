using FreedomPaySandbox.Client;
using FreedomPaySandbox.LoadTests.Bench;
using FreedomPaySandbox.LoadTests.Closing;
using FreedomPaySandbox.LoadTests.Data;
using FreedomPaySandbox.LoadTests.Soak;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>One rate for as long as one likes. What grows, what is lost and what is still pending shows at the end.</summary>
internal sealed class SoakScenario(LoadEnvironment bench, LoadSize size) : ILoadScenario
{
    private readonly LedgerTotals _books = new(bench);
    private readonly MemorySampler _memory = new(bench.Time, size.Duration);

    public static ScenarioKind Kind { get; } = new(
        "soak",
        "One rate for as long as --duration says: does memory grow, is anything lost or still pending?",
        new LoadSize(Rate: 50, TimeSpan.FromMinutes(10)),
        (bench, size) => new SoakScenario(bench, size));

    public ScenarioProps Create() => Scenario
        .Create(Kind.Name, async context =>
        {
            bench.StopIfAsked(context);
            var number = bench.Orders.NextNumber();
            var order = bench.Orders.Order(number, TestCards.Paid(number));
            var paid = await Step.Run("pay", context, async () => PayoutEnd.From(await _books.PayAsync(order, context.ScenarioCancellationToken), PayoutEnd.Accepted));
            if (paid.IsError)
                return paid;
            return await Step.Run("ask for the status", context, async () => await bench.Payouts.GetStatusAsync(order.OrderId, context.ScenarioCancellationToken) is PayoutStatusSuccess
                ? Response.Ok(statusCode: "success")
                : Response.Fail(statusCode: "other status", message: "a payout that was answered ok is not told as a success"));
        })
        .WithInit(_ => _books.OpenAsync())
        // It begins at the full rate, so it warms up for as long as others take to come to theirs.
        .WithWarmUpDuration(size.Ramp)
        .WithLoadSimulations(Simulation.Inject(rate: size.Rate, interval: TimeSpan.FromSeconds(1), during: size.Duration))
        .WithThresholds(
            Threshold.Create(stats => stats.Fail.Request.Percent < 0.1, abortWhenErrorCount: 60, startCheckAfter: size.Ramp),
            Threshold.Create(stats => stats.Ok.Latency.Percent99 < 500));

    public ValueTask DisposeAsync() => _memory.DisposeAsync();

    public async Task<IReadOnlyList<Observation>> CloseAsync() =>
    [
        .. MemoryTrend.From(await _memory.StopAsync(), bench.SharesProcess),
        .. await _books.CloseAsync(),
        .. await Callbacks.CloseAsync(bench),
    ];
}
