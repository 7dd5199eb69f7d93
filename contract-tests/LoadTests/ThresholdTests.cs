using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.LoadTests.Engine.CSharp;
using FreedomPaySandbox.LoadTests.Engine.Contracts;
using FreedomPaySandbox.LoadTests.Engine.Contracts.Stats;
using FreedomPaySandbox.LoadTests.Engine.Running;

namespace FreedomPaySandbox.ContractTests.Load;

public sealed class ThresholdTests : IDisposable
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    private readonly ManualTime _time = new();
    private readonly StringWriter _console = new();

    [Fact]
    public void One_that_holds_at_the_end_is_kept_though_it_was_missed_before()
    {
        // Ten a second, of which the first fails: half of two, then less and less.
        var stats = Run(failures: 1, Threshold.Create(stats => stats.Fail.Request.Percent < 5));

        var result = Assert.Single(stats.Thresholds);
        Assert.Equal(("stats.Fail.Request.Percent < 5", false), (result.CheckExpression, result.IsFailed));
        Assert.InRange(result.ErrorCount, 1, 3);
        Assert.Null(stats.StopReason);
    }

    [Fact]
    public void One_that_does_not_hold_at_the_end_is_missed()
    {
        var stats = Run(failures: 100, Threshold.Create(stats => stats.Fail.Request.Count == 0));

        Assert.True(Assert.Single(stats.Thresholds).IsFailed);
        Assert.Equal(100, stats.AllRequestCount);
    }

    [Fact]
    public void One_that_is_missed_too_often_stops_the_load()
    {
        var stats = Run(failures: 100, Threshold.Create(stats => stats.Fail.Request.Count == 0, abortWhenErrorCount: 3));

        var result = Assert.Single(stats.Thresholds);
        Assert.Equal((true, 3), (result.IsFailed, result.ErrorCount));
        Assert.InRange(stats.AllRequestCount, 28, 32);
        Assert.Equal("threshold missed too often: stats.Fail.Request.Count == 0", stats.StopReason);
    }

    [Fact]
    public void Nothing_is_checked_before_its_time()
    {
        var stats = Run(failures: 100, Threshold.Create(stats => stats.Fail.Request.Count == 0, abortWhenErrorCount: 2, startCheckAfter: s_second * 5));

        Assert.InRange(stats.AllRequestCount, 58, 72);
    }

    [Fact]
    public void One_that_cannot_be_computed_is_missed_and_says_why()
    {
        var result = Assert.Single(Run(failures: 0, Threshold.Create(_ => throw new InvalidOperationException("divided by nothing"))).Thresholds);

        Assert.Equal((true, "divided by nothing"), (result.IsFailed, result.ExceptionMsg));
    }

    [Fact]
    public void A_step_has_thresholds_of_its_own_and_one_that_was_never_taken_keeps_none()
    {
        var results = Run(
            failures: 0,
            Threshold.Create("call", step => step.Ok.Request.Count == 100),
            Threshold.Create("call", step => step.Fail.Request.Count > 0),
            Threshold.Create("never", step => step.Fail.Request.Count == 0)).Thresholds;

        Assert.Equal([false, true, true], results.Select(result => result.IsFailed));
        Assert.Equal(["call", "call", "never"], results.Select(result => result.StepName).ToList());
    }

    [Fact]
    public void So_many_failures_stop_a_load_that_has_no_threshold_for_them()
    {
        var stats = Run(failures: 100);

        Assert.Equal("50 failures", stats.StopReason);
        Assert.InRange(stats.AllFailCount, 50, 60);
    }

    [Fact]
    public void It_goes_through_init_warm_up_load_and_clean_and_measures_the_load_alone()
    {
        var order = new List<string>();
        var scenario = Scenario.Create("order", _ =>
            {
                if (order is not [.., "iteration"])
                    order.Add("iteration");
                return Task.FromResult<IResponse>(Response.Ok());
            })
            .WithInit(_ => NoteAsync("init"))
            .WithClean(_ => NoteAsync("clean"))
            .WithWarmUpDuration(s_second)
            .WithLoadSimulations(Simulation.Inject(rate: 10, interval: s_second, during: s_second * 3));

        var stats = Run(scenario);

        Assert.Equal(["init", "iteration", "clean"], order);
        Assert.Equal(30, stats.AllOkCount);
        Assert.StartsWith("Warming up for 1 s", _console.ToString(), StringComparison.Ordinal);

        Task NoteAsync(string what)
        {
            order.Add(what);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void Progress_is_told_at_each_interval()
    {
        Run(failures: 0);

        Assert.Matches("^    5 s  ok 5[01]  failed 0  10[.0-9]*/s  p50 1.0 ms  p99 1.0 ms  under way [01]\n", _console.ToString().ReplaceLineEndings("\n"));
    }

    public void Dispose() => _console.Dispose();

    private NodeStats Run(int failures, params Threshold[] thresholds)
    {
        var left = failures;
        return Run(Scenario.Create("load", context => CallAsync(context)).WithoutWarmUp().WithMaxFailCount(thresholds.Length == 0 ? 50 : int.MaxValue)
            .WithLoadSimulations(Simulation.Inject(rate: 10, interval: s_second, during: s_second * 10)).WithThresholds(thresholds));

        async Task<IResponse> CallAsync(IScenarioContext context) => await Step.Run("call", context, async () =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), _time);
            return left-- > 0 ? Response.Fail() : Response.Ok();
        });
    }

    private NodeStats Run(ScenarioProps scenario)
    {
        var session = TestMachine.Run(
            _time, TimeSpan.FromSeconds(60), () => new Session(NBomberRunner.RegisterScenarios(scenario), TestMachine.On(_time), _console).RunAsync());
#pragma warning disable xUnit1031 // It has completed.
        return session.Result;
#pragma warning restore xUnit1031
    }
}
