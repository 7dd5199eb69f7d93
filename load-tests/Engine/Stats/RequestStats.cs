namespace NBomber.Contracts.Stats;

/// <summary>How many, how many a second, and which share of all.</summary>
internal sealed record RequestStats(long Count, double RPS, double Percent);
