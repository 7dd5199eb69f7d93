using System.Globalization;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.LoadTests.Bench;
using FreedomPaySandbox.LoadTests.Closing;
using FreedomPaySandbox.LoadTests.Data;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>
/// A working day: of ten calls six pay, to each published test card in turn, three ask what became of an earlier payout, one asks for the
/// balance.
/// </summary>
internal sealed class PayoutsMixedScenario(LoadEnvironment bench, LoadSize size) : ILoadScenario
{
    private const string Pay = "pay";
    private const string Ask = "ask for the status";
    private const string Balance = "ask for the balance";

    /// <summary>How far back a status is asked for: answered by then, and not so far that only old ones are.</summary>
    private const int Before = 1000;

    private static readonly string[] s_day = [Pay, Pay, Ask, Pay, Balance, Pay, Ask, Pay, Pay, Ask];

    private readonly RecentOrders _paid = new(Before);
    private readonly LedgerTotals _books = new(bench);
    private long _calls;

    public static ScenarioKind Kind { get; } = new(
        "payouts-mixed",
        "And when cards of every outcome, status inquiries and balances come in between?",
        new LoadSize(Rate: 150, TimeSpan.FromSeconds(30)),
        (bench, size) => new PayoutsMixedScenario(bench, size));

    public ScenarioProps Create() => Scenario
        .Create(Kind.Name, async context =>
        {
            bench.StopIfAsked(context);
            var call = Interlocked.Increment(ref _calls);
            return s_day[call % s_day.Length] switch
            {
                Pay => await Step.Run(Pay, context, () => PayAsync(context.ScenarioCancellationToken)),
                Ask when _paid.Any(call) is { } order => await Step.Run(Ask, context, () => AskAsync(order, context.ScenarioCancellationToken)),
                _ => await Step.Run(Balance, context, () => BalanceAsync(context.ScenarioCancellationToken)),
            };
        })
        .WithInit(_ => _books.OpenAsync())
        .WithWarmUpDuration(size.WarmUp)
        .WithLoadSimulations(
            Simulation.RampingInject(rate: size.Rate, interval: TimeSpan.FromSeconds(1), during: size.Ramp),
            Simulation.Inject(rate: size.Rate, interval: TimeSpan.FromSeconds(1), during: size.Hold))
        .WithThresholds(
            Threshold.Create(stats => stats.Fail.Request.Percent < 1, abortWhenErrorCount: 10, startCheckAfter: size.Ramp),
            Threshold.Create(stats => stats.Ok.Latency.Percent99 < 500),
            Threshold.Create(Ask, step => step.Ok.Latency.Percent95 < 250));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public async Task<IReadOnlyList<Observation>> CloseAsync() => [.. await _books.CloseAsync(), .. await Callbacks.CloseAsync(bench)];

    private async Task<Response<object>> PayAsync(CancellationToken cancellation)
    {
        var number = bench.Orders.NextNumber();
        var card = TestCards.Any(number);
        var order = bench.Orders.Order(number, card.Number);
        var end = PayoutEnd.From(await _books.PayAsync(order, cancellation, comesBack: card is { InProcess: true, ErrorCode: not null }), GetDue(card));
        _paid.Add(order.OrderId);
        return end;
    }

    private async Task<Response<object>> AskAsync(string order, CancellationToken cancellation) => await bench.Payouts.GetStatusAsync(order, cancellation) switch
    {
        PayoutStatusSuccess => Response.Ok(statusCode: "success"),
        PayoutStatusProcess => Response.Ok(statusCode: "process"),
        PayoutStatusError => Response.Ok(statusCode: "error"),
        PayoutNotFound => Response.Fail(statusCode: "not found", message: "the payout was answered, and the gateway knows none"),
        PayoutStatusUnknown unknown => Response.Fail(statusCode: $"unknown: {unknown.Reason}", message: unknown.Text ?? ""),
        _ => throw new InvalidOperationException("A status that nobody counts."),
    };

    private async Task<Response<object>> BalanceAsync(CancellationToken cancellation) => await bench.Payouts.BalanceAsync(cancellation: cancellation) is PayoutBalanceKnown
        ? Response.Ok(statusCode: "known")
        : Response.Fail(statusCode: "unknown", message: "the gateway did not tell the balance");

    private static string GetDue(TestCard card) => card switch
    {
        { InProcess: true } => PayoutEnd.InProcess,
        { ErrorCode: { } code } => string.Create(CultureInfo.InvariantCulture, $"error {code}"),
        _ => PayoutEnd.Accepted,
    };
}
