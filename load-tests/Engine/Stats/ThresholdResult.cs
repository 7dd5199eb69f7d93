namespace NBomber.Contracts.Stats;

/// <summary>Whether a threshold held at the end.</summary>
internal sealed record ThresholdResult(string ScenarioName, string? StepName, string CheckExpression, int ErrorCount, bool IsFailed, string? ExceptionMsg);
