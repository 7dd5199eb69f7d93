namespace NBomber.Contracts.Stats;

/// <summary>How often something came of it, with what was said the first time.</summary>
internal sealed record StatusCodeStats(string StatusCode, bool IsError, string Message, long Count, double Percent);
