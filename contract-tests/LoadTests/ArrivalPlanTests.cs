using FreedomPaySandbox.LoadTests.Engine.CSharp;
using FreedomPaySandbox.LoadTests.Engine.Contracts;
using FreedomPaySandbox.LoadTests.Engine.Plans;

namespace FreedomPaySandbox.ContractTests.Load;

public sealed class ArrivalPlanTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Injected_arrivals_are_evenly_spaced() => Assert.Equal(
        [0, 250, 500, 750, 1000, 1250],
        Ms(Simulation.Inject(rate: 4, interval: s_second, during: s_second * 1.5)));

    [Fact]
    public void An_interval_may_be_longer_than_a_second() => Assert.Equal(
        [0, 30_000, 60_000],
        Ms(Simulation.Inject(rate: 2, interval: TimeSpan.FromMinutes(1), during: TimeSpan.FromSeconds(61))));

    [Fact]
    public void Rounding_does_not_add_up()
    {
        var arrivals = Create(Simulation.Inject(rate: 3000, interval: s_second, during: TimeSpan.FromMinutes(10)));

        Assert.Equal(1_800_000, arrivals.Count);
        Assert.All(Enumerable.Range(0, 600), second => Assert.Equal(second * s_second, arrivals[second * 3000]));
    }

    // The surface below a ramp from 0 to 10 in 2 s is 2.5 t², so number n comes at √(n / 2.5).
    [Fact]
    public void A_ramp_from_nothing_has_half_of_what_a_hold_has()
    {
        var arrivals = Create(Simulation.RampingInject(rate: 10, interval: s_second, during: s_second * 2));

        Assert.Equal(10, arrivals.Count);
        Assert.All(arrivals.Select((arrival, number) => (arrival, number)), one => Assert.Equal(Math.Sqrt(one.number / 2.5), one.arrival.TotalSeconds, 5));
    }

    [Fact]
    public void A_ramp_begins_where_the_stage_before_it_ended()
    {
        var stages = LoadStage.Create([Simulation.Inject(rate: 60, interval: TimeSpan.FromMinutes(1), during: s_second), Simulation.RampingInject(rate: 3, interval: s_second, during: s_second * 4)]);

        var arrivals = ArrivalPlan.Create(stages[1]).ToList();

        // From 1 to 3 a second in 4 s: t + t²/4 = n.
        Assert.Equal(8, arrivals.Count);
        Assert.All(arrivals.Select((arrival, number) => (arrival.TotalSeconds, number)), one => Assert.Equal(one.number, one.TotalSeconds + one.TotalSeconds * one.TotalSeconds / 4, 5));
    }

    [Fact]
    public void A_ramp_may_go_down()
    {
        var stages = LoadStage.Create([Simulation.Inject(rate: 10, interval: s_second, during: s_second), Simulation.RampingInject(rate: 0, interval: s_second, during: s_second * 2)]);

        var arrivals = ArrivalPlan.Create(stages[1]).ToList();

        Assert.Equal(10, arrivals.Count);
        Assert.Equal(TimeSpan.Zero, arrivals[0]);
        Assert.Equal(arrivals.Order(), arrivals);
        Assert.True(arrivals[1] - arrivals[0] < arrivals[9] - arrivals[8]);
        Assert.True(arrivals[9] < s_second * 2);
    }

    [Fact]
    public void A_ramp_behind_a_pause_begins_at_nothing()
    {
        var stages = LoadStage.Create([Simulation.Inject(rate: 10, interval: s_second, during: s_second), Simulation.Pause(during: s_second), Simulation.RampingInject(rate: 10, interval: s_second, during: s_second)]);

        Assert.Empty(ArrivalPlan.Create(stages[1]));
        Assert.Equal(5, ArrivalPlan.Create(stages[2]).Count());
    }

    [Fact]
    public void Random_rates_stay_between_their_bounds_and_are_the_same_each_time()
    {
        var load = Simulation.InjectRandom(minRate: 5, maxRate: 9, interval: s_second, during: TimeSpan.FromSeconds(200));

        var rates = Create(load).GroupBy(arrival => (int)arrival.TotalSeconds).Select(second => second.Count()).ToList();

        Assert.Equal(200, rates.Count);
        Assert.Equal([5, 6, 7, 8, 9], rates.Distinct().Order());
        Assert.Equal(Create(load), Create(load));
    }

    [Fact]
    public void So_many_iterations_are_so_many_arrivals() => Assert.Equal(
        [0, 100, 200, 300, 400],
        Ms(Simulation.IterationsForInject(rate: 10, interval: s_second, iterations: 5)));

    [Fact]
    public void A_rate_of_nothing_is_nothing() => Assert.Empty(Create(Simulation.Inject(rate: 0, interval: s_second, during: s_second)));

    [Fact]
    public void The_closed_models_have_no_arrivals() => Assert.Empty(Create(Simulation.KeepConstant(copies: 3, during: s_second)));

    private static List<TimeSpan> Create(LoadSimulation simulation) => [.. ArrivalPlan.Create(LoadStage.Create([simulation])[0])];

    private static IEnumerable<double> Ms(LoadSimulation simulation) => Create(simulation).Select(arrival => arrival.TotalMilliseconds);
}
