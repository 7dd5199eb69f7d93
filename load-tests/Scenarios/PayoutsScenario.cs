using FreedomPaySandbox.LoadTests.Bench;
using FreedomPaySandbox.LoadTests.Closing;
using FreedomPaySandbox.LoadTests.Data;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>Payouts that succeed, arriving ever faster and then at one rate, whatever became of those before.</summary>
internal sealed class PayoutsScenario(LoadEnvironment bench, LoadSize size) : ILoadScenario
{
    private readonly LedgerTotals _books = new(bench);

    public static ScenarioKind Kind { get; } = new(
        "payouts",
        "How fast are payouts answered while they arrive ever faster, then at one rate?",
        new LoadSize(Rate: 200, TimeSpan.FromSeconds(30)),
        (bench, size) => new PayoutsScenario(bench, size));

    public ScenarioProps Create() => Scenario
        .Create(Kind.Name, async context =>
        {
            bench.StopIfAsked(context);
            var number = bench.Orders.NextNumber();
            var order = bench.Orders.Order(number, TestCards.Paid(number));
            return PayoutEnd.From(await _books.PayAsync(order, context.ScenarioCancellationToken), PayoutEnd.Accepted);
        })
        .WithInit(_ => _books.OpenAsync())
        .WithWarmUpDuration(size.WarmUp)
        .WithLoadSimulations(
            Simulation.RampingInject(rate: size.Rate, interval: TimeSpan.FromSeconds(1), during: size.Ramp),
            Simulation.Inject(rate: size.Rate, interval: TimeSpan.FromSeconds(1), during: size.Hold))
        .WithThresholds(
            Threshold.Create(stats => stats.Fail.Request.Percent < 1, abortWhenErrorCount: 10, startCheckAfter: size.Ramp),
            Threshold.Create(stats => stats.Ok.Latency.Percent50 < 50),
            Threshold.Create(stats => stats.Ok.Latency.Percent99 < 500));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public async Task<IReadOnlyList<Observation>> CloseAsync() => [.. await _books.CloseAsync(), .. await Callbacks.CloseAsync(bench)];
}
