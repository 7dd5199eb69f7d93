using FreedomPaySandbox.LoadTests.Engine.CSharp;
using FreedomPaySandbox.LoadTests.Engine.Contracts;
using FreedomPaySandbox.LoadTests.Engine.Plans;

namespace FreedomPaySandbox.ContractTests.Load;

public sealed class CopyPlanTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Constant_copies_are_there_from_the_first_moment_to_the_last() =>
        Assert.Equal(Enumerable.Repeat(new CopySpan(TimeSpan.Zero, s_second * 5), 3), Create(Simulation.KeepConstant(copies: 3, during: s_second * 5)));

    [Fact]
    public void A_ramp_up_adds_a_copy_at_even_distances() =>
        Assert.Equal([(0, 4), (1, 4), (2, 4), (3, 4)], Seconds(Create(Simulation.RampingConstant(copies: 4, during: s_second * 4))));

    [Fact]
    public void A_ramp_keeps_the_copies_of_the_stage_before_it() => Assert.Equal(
        [(0, 4), (0, 4), (0, 4), (2, 4)],
        Seconds(Create(Simulation.KeepConstant(copies: 2, during: s_second), Simulation.RampingConstant(copies: 4, during: s_second * 4))));

    [Fact]
    public void A_ramp_down_takes_the_last_copy_first() => Assert.Equal(
        [(0, 4), (0, 4), (0, 2)],
        Seconds(Create(Simulation.KeepConstant(copies: 3, during: s_second), Simulation.RampingConstant(copies: 1, during: s_second * 4))));

    [Fact]
    public void So_many_iterations_have_no_end_in_time() =>
        Assert.Equal([new CopySpan(TimeSpan.Zero, null), new CopySpan(TimeSpan.Zero, null)], Create(Simulation.IterationsForConstant(copies: 2, iterations: 9)));

    [Fact]
    public void The_open_models_have_no_copies() => Assert.Empty(Create(Simulation.Inject(rate: 3, interval: s_second, during: s_second)));

    private static IReadOnlyList<CopySpan> Create(params LoadSimulation[] simulations) => CopyPlan.Create(LoadStage.Create(simulations)[^1]);

    private static IEnumerable<(double From, double Until)> Seconds(IReadOnlyList<CopySpan> spans) =>
        spans.Select(span => (span.From.TotalSeconds, span.Until!.Value.TotalSeconds));
}
