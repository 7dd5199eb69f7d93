namespace NBomber.Contracts;

/// <summary>What a scenario knows before it begins and after it ended.</summary>
internal interface IScenarioInitContext
{
    ScenarioInfo ScenarioInfo { get; }
}
