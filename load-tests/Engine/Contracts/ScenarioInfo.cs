namespace NBomber.Contracts;

/// <summary>Which scenario an iteration belongs to.</summary>
internal sealed record ScenarioInfo(string ScenarioName);
