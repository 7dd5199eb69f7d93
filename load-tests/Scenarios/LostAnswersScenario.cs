using System.Collections.Concurrent;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.LoadTests.Bench;
using FreedomPaySandbox.LoadTests.Closing;
using FreedomPaySandbox.LoadTests.Data;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>
/// Answers get lost, cut, spoilt and late, most of them after the payout was made. Each payout must be made exactly once all the same, by
/// the sandbox's own books, and its end known.
/// </summary>
internal sealed class LostAnswersScenario(LoadEnvironment bench, LoadSize size, IPayer payer) : ILoadScenario
{
    private readonly ConcurrentDictionary<string, Amount> _ordered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _unknown = new(StringComparer.Ordinal);

    public static ScenarioKind Kind { get; } = new(
        "lost-answers",
        "Two answers in five are lost, cut, late or HTTP 5xx: is each payout made exactly once?",
        new LoadSize(Rate: 50, TimeSpan.FromSeconds(20)),
        (bench, size) => new LostAnswersScenario(bench, size, new RetryingPayer(bench.Payouts, bench.Time)))
    {
        NeedsSandbox = true,
        ClientTimeout = TimeSpan.FromSeconds(1),
    };

    public ScenarioProps Create() => Scenario
        .Create(Kind.Name, async context =>
        {
            bench.StopIfAsked(context);
            var number = bench.Orders.NextNumber();
            var order = bench.Orders.Order(number, TestCards.Paid(number));
            _ordered[order.OrderId] = order.Amount;
            _unknown[order.OrderId] = "begun";
            var result = await payer.PayAsync(order, (step, call) => MeasuredAsync(step, call, context), context.ScenarioCancellationToken);
            var code = PayoutEnd.GetCode(result);
            if (result is PayoutOutcomeUnknown)
                return Response.Fail(statusCode: code, message: "asked again and again, and still unknown");
            _unknown.TryRemove(order.OrderId, out _);
            return PayoutEnd.From(result, PayoutEnd.Accepted);
        })
        .WithInit(_ => bench.Merchant!.Rules.PutAsync(LostAnswerRules.All))
        .WithClean(_ => bench.Merchant!.Rules.DeleteAsync())
        .WithoutWarmUp()
        .WithLoadSimulations(Simulation.Inject(rate: size.Rate, interval: TimeSpan.FromSeconds(1), during: size.Duration))
        .WithThresholds(
            Threshold.Create(stats => stats.Fail.Request.Count == 0),
            Threshold.Create(stats => stats.Ok.Latency.Percent50 < 250),
            Threshold.Create(stats => stats.Ok.Latency.Percent99 < 10_000));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public async Task<IReadOnlyList<Observation>> CloseAsync()
    {
        var booked = (await bench.Merchant!.Payouts.FindAsync()).Where(payout => payout.OrderId.StartsWith(bench.Orders.Run, StringComparison.Ordinal));
        var findings = await bench.Merchant.Findings.FindAsync();
        return
        [
            .. ExactlyOnce.Check(_ordered, [.. booked.Select(payout => new BookedPayout(payout.OrderId, Money.ToAmount(payout.Amount)))]),
            Observation.Count("orders whose end is not known", _unknown.Count, 0),
            Observation.Count("findings of the sandbox that cost money", findings.Count(finding => finding.CostsMoney), 0),
            .. await Callbacks.CloseAsync(bench),
        ];
    }

    // A lost answer is no failure of the load: it is the load.
    private static async Task<PayoutResult> MeasuredAsync(string step, Func<Task<PayoutResult>> call, IScenarioContext context)
    {
        PayoutResult result = new PayoutOutcomeUnknown(UnknownReason.AnswerLost);
        await Step.Run(step, context, async () =>
        {
            try
            {
                result = await call();
                return Response.Ok(statusCode: PayoutEnd.GetCode(result));
            }
            catch (PayoutException fault)
            {
                return Response.Ok(statusCode: fault.GetType().Name);
            }
        });
        return result;
    }
}
