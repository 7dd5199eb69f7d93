using FreedomPaySandbox.LoadTests.Engine.Measuring;

namespace FreedomPaySandbox.LoadTests.Engine.Running;

/// <summary>What an iteration knows, and where its steps are measured.</summary>
internal sealed class ScenarioContext(
    ScenarioInfo info, ScenarioMeasurement measurement, TimeProvider time, Action<string> stop, CancellationToken cancellation) : IScenarioContext
{
    public ScenarioInfo ScenarioInfo => info;

    public CancellationToken ScenarioCancellationToken => cancellation;

    public void StopScenario(string scenarioName, string reason)
    {
        if (scenarioName == info.ScenarioName)
            stop(reason);
    }

    public async Task<Response<T>> StepAsync<T>(string name, Func<Task<Response<T>>> run)
    {
        var began = time.GetTimestamp();
        var response = await IterationEnd.OfAsync(run, (code, message) => new Response<T>(code, IsError: true, 0, message), cancellation);
        measurement.AddStep(name, response, time.GetElapsedTime(began));
        return response;
    }
}

/// <summary>What an iteration or a step came to, when it threw, too: a load that meets a fault goes on.</summary>
internal static class IterationEnd
{
    public const string Unfinished = "unfinished";

    public static async Task<T> OfAsync<T>(Func<Task<T>> run, Func<string, string, T> fail, CancellationToken cancellation)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return fail(Unfinished, "it was still under way when the run was over");
        }
#pragma warning disable CA1031 // Whatever it threw is what it came to.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return fail(fault.GetType().Name, fault.Message);
        }
    }
}
