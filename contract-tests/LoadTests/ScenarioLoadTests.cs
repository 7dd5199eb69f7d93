using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.LoadTests.Engine.CSharp;
using FreedomPaySandbox.LoadTests.Engine.Contracts;
using FreedomPaySandbox.LoadTests.Engine.Contracts.Stats;
using FreedomPaySandbox.LoadTests.Engine.Running;

namespace FreedomPaySandbox.ContractTests.Load;

public sealed class ScenarioLoadTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    private readonly ManualTime _time = new();

    // One server, which answers in 1 ms but for the second in which it answers nobody. A request of that second waited, and is counted
    // as having waited, though each call by itself took 1 ms once it was taken: a load that waited for answers before it went on would have
    // seen one slow call in a thousand.
    [Fact]
    public void A_system_that_stalls_is_charged_for_all_whom_it_kept_waiting()
    {
        var load = Load(
            async () =>
            {
                var now = Elapsed;
                if (now >= s_second * 4 && now < s_second * 5)
                    await Task.Delay(s_second * 5 - now, _time);
                await Task.Delay(TimeSpan.FromMilliseconds(1), _time);
                return Response.Ok();
            },
            Simulation.Inject(rate: 100, interval: s_second, during: s_second * 10));

        var stats = RunToEnd(load, s_second * 11);

        Assert.Equal(1000, stats.AllOkCount);
        Assert.Equal(1, stats.Ok.Latency.Percent50, 0.1);
        Assert.InRange(stats.Ok.Latency.Percent95, 450, 550);
        Assert.InRange(stats.Ok.Latency.Percent99, 880, 920);
        Assert.InRange(stats.Ok.Latency.MaxMs, 999, 1003);
    }

    [Fact]
    public void Iterations_that_begin_late_are_measured_from_when_they_should_have_begun()
    {
        var waiting = new Queue<IThreadPoolWorkItem>();
        var load = new ScenarioLoad(
            Scenario.Create("late", _ => Task.FromResult<IResponse>(Response.Ok())).WithLoadSimulations(Simulation.IterationsForInject(rate: 1, interval: s_second, iterations: 1)),
            TestMachine.On(_time) with { Dispatch = waiting.Enqueue });
        using var begins = _time.CreateTimer(_ => waiting.Dequeue().Execute(), null, s_second * 2, Timeout.InfiniteTimeSpan);

        var stats = RunToEnd(load, s_second * 3);

        Assert.InRange(stats.Ok.Latency.MaxMs, 1999, 2002);
        Assert.Equal((1, 0, s_second * 2), (stats.Schedule.Late, stats.Schedule.NotStarted, stats.Schedule.WorstDelay));
    }

    [Fact]
    public void What_finds_too_many_under_way_is_not_begun_and_counts_as_a_failure()
    {
        var load = Load(
            async () =>
            {
                await Task.Delay(s_second * 2, _time);
                return Response.Ok();
            },
            Simulation.Inject(rate: 10, interval: s_second, during: s_second),
            mostInFlight: 4);

        var stats = RunToEnd(load, s_second * 4);

        Assert.Equal((4, 6, 6), (stats.AllOkCount, stats.AllFailCount, stats.Schedule.NotStarted));
        Assert.Equal("not started", Assert.Single(stats.Fail.StatusCodes).StatusCode);
    }

    [Fact]
    public void Stages_follow_each_other_without_a_gap()
    {
        var begun = new List<TimeSpan>();
        var load = Load(
            () =>
            {
                begun.Add(Elapsed);
                return Task.FromResult(Response.Ok());
            },
            Simulation.Inject(rate: 2, interval: s_second, during: s_second),
            Simulation.Pause(during: s_second),
            Simulation.Inject(rate: 4, interval: s_second, during: s_second));

        RunToEnd(load, s_second * 4);

        Assert.Equal([0, 500, 2000, 2250, 2500, 2750], begun.Select(moment => moment.TotalMilliseconds));
    }

    [Fact]
    public void What_throws_is_a_failure_by_the_name_of_its_exception()
    {
        var load = Load(() => throw new InvalidOperationException("it broke"), Simulation.IterationsForInject(rate: 10, interval: s_second, iterations: 3));

        var code = Assert.Single(RunToEnd(load, s_second).Fail.StatusCodes);

        Assert.Equal(("InvalidOperationException", "it broke", 3), (code.StatusCode, code.Message, code.Count));
    }

    [Fact]
    public void What_does_not_end_is_waited_for_then_told_and_counted()
    {
        var told = false;
        var load = new ScenarioLoad(
            Scenario.Create("endless", async context =>
            {
                await using var end = context.ScenarioCancellationToken.Register(() => told = true);
                await new TaskCompletionSource().Task;
                return Response.Ok();
            }).WithLoadSimulations(Simulation.IterationsForInject(rate: 10, interval: s_second, iterations: 2)),
            TestMachine.On(_time));

        var stats = RunToEnd(load, TimeSpan.FromMinutes(1));

        Assert.True(told);
        Assert.Equal((0, 2), (stats.AllOkCount, stats.AllFailCount));
        Assert.Equal("unfinished", Assert.Single(stats.Fail.StatusCodes).StatusCode);
    }

    [Fact]
    public void A_scenario_that_stops_itself_begins_nothing_more()
    {
        var begun = 0;
        var load = new ScenarioLoad(
            Scenario.Create("brief", context =>
            {
                if (++begun == 3)
                    context.StopScenario("brief", "enough");
                return Task.FromResult<IResponse>(Response.Ok());
            }).WithLoadSimulations(Simulation.Inject(rate: 10, interval: s_second, during: TimeSpan.FromHours(1))),
            TestMachine.On(_time));

        RunToEnd(load, s_second);

        Assert.Equal((3, "enough"), (begun, load.StopReason));
    }

    [Fact]
    public void Steps_are_measured_by_themselves_and_from_when_they_begin()
    {
        var load = new ScenarioLoad(
            Scenario.Create("steps", async context =>
            {
                await Step.Run("first", context, () => TakeAsync(10));
                return await Step.Run("second", context, () => TakeAsync(30));
            }).WithLoadSimulations(Simulation.IterationsForInject(rate: 1, interval: s_second, iterations: 2)),
            TestMachine.On(_time));

        var stats = RunToEnd(load, s_second * 3);

        Assert.Equal(["first", "second"], stats.StepStats.Select(step => step.StepName).ToList());
        Assert.Equal([10.0, 30.0], stats.StepStats.Select(step => Math.Round(step.Ok.Latency.MaxMs)));
        Assert.Equal(40, stats.Ok.Latency.MaxMs, 0.5);
        Assert.Equal(2, stats.StepStats[0].Ok.Request.Count);
    }

    [Fact]
    public async Task Copies_of_the_closed_model_take_turns_until_all_iterations_were_begun()
    {
        var (atOnce, most, gate) = (0, 0, new Lock());
        var load = new ScenarioLoad(
            Scenario.Create("closed", async _ =>
            {
                lock (gate)
                    most = Math.Max(most, ++atOnce);
                await Task.Yield();
                lock (gate)
                    atOnce--;
                return Response.Ok();
            }).WithLoadSimulations(Simulation.IterationsForConstant(copies: 3, iterations: 100)),
            Machine.Real);

        await load.RunAsync();

        Assert.Equal(100, load.Measurement.Stats("closed", s_second).AllOkCount);
        Assert.InRange(most, 1, 3);
    }

    private TimeSpan Elapsed => _time.GetUtcNow() - new ManualTime().GetUtcNow();

    private async Task<Response<object>> TakeAsync(int ms)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(ms), _time);
        return Response.Ok();
    }

    private ScenarioLoad Load(Func<Task<Response<object>>> run, params LoadSimulation[] simulations) => Load(run, simulations, 10_000);

    private ScenarioLoad Load(Func<Task<Response<object>>> run, LoadSimulation simulation, int mostInFlight) => Load(run, [simulation], mostInFlight);

    private ScenarioLoad Load(Func<Task<Response<object>>> run, LoadSimulation[] simulations, int mostInFlight) => new(
        Scenario.Create("load", async _ => await run()).WithLoadSimulations(simulations), TestMachine.On(_time), mostInFlight);

    private ScenarioStats RunToEnd(ScenarioLoad load, TimeSpan time)
    {
        var run = TestMachine.Run(_time, time, async () =>
        {
            await load.RunAsync();
            return load.Measurement.Stats("load", time);
        });
#pragma warning disable xUnit1031 // It has completed.
        return run.Result;
#pragma warning restore xUnit1031
    }
}
