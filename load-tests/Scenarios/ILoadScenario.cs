using FreedomPaySandbox.LoadTests.Bench;
using FreedomPaySandbox.LoadTests.Closing;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>A load, and a look at what it left behind.</summary>
internal interface ILoadScenario : IAsyncDisposable
{
    /// <summary>The load itself, in NBomber's words.</summary>
    ScenarioProps Create();

    /// <summary>After the load: what the books and the receiver say.</summary>
    Task<IReadOnlyList<Observation>> CloseAsync();
}

/// <summary>A scenario that can be asked for by its name.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Line">What it asks, in a line.</param>
/// <param name="Size">How much load when nothing is said.</param>
/// <param name="New">Makes one for a bench.</param>
internal sealed record ScenarioKind(string Name, string Line, LoadSize Size, Func<LoadEnvironment, LoadSize, ILoadScenario> New)
{
    /// <summary>What the rate counts.</summary>
    public string RateNoun { get; init; } = "a second";

    /// <summary>Whether it steers a sandbox's clock or rules, or reads its books.</summary>
    public bool NeedsSandbox { get; init; }

    /// <summary>How long the client waits for an answer.</summary>
    public TimeSpan ClientTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public static IReadOnlyList<ScenarioKind> All { get; } =
    [
        PayoutsScenario.Kind, PayoutsMixedScenario.Kind, CallbackStormScenario.Kind, StatusPollingScenario.Kind, LostAnswersScenario.Kind, SoakScenario.Kind,
    ];
}
