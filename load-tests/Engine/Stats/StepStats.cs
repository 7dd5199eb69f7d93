namespace NBomber.Contracts.Stats;

/// <summary>A step of a scenario.</summary>
internal sealed record StepStats(string StepName, MeasurementStats Ok, MeasurementStats Fail);
