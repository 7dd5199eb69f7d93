using NBomber.Contracts;

namespace NBomber.Running;

/// <summary>What a scenario knows before it begins and after it ended.</summary>
internal sealed record InitContext(ScenarioInfo ScenarioInfo) : IScenarioInitContext;
