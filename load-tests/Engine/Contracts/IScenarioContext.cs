namespace NBomber.Contracts;

/// <summary>What an iteration knows of its surroundings.</summary>
internal interface IScenarioContext
{
    ScenarioInfo ScenarioInfo { get; }

    /// <summary>Ends when the run is over and waits no longer.</summary>
    CancellationToken ScenarioCancellationToken { get; }

    /// <summary>Lets nothing more begin; what is under way may finish.</summary>
    void StopScenario(string scenarioName, string reason);
}
