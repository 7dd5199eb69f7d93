using FreedomPaySandbox.LoadTests.Closing;
using NBomber.Contracts;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>A load, and a look at what it left behind.</summary>
internal interface ILoadScenario : IAsyncDisposable
{
    /// <summary>The load itself, in NBomber's words.</summary>
    ScenarioProps Create();

    /// <summary>After the load: what the books and the receiver say.</summary>
    Task<IReadOnlyList<Observation>> CloseAsync();
}
