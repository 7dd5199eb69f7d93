using NBomber.Contracts;
using NBomber.Measuring;

namespace NBomber.Running;

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
