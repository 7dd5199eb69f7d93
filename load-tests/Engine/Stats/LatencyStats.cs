namespace NBomber.Contracts.Stats;

/// <summary>How long it took, in milliseconds; in the open model from the intended start.</summary>
internal sealed record LatencyStats(
    double MinMs, double MeanMs, double MaxMs, double StdDev, double Percent50, double Percent75, double Percent95, double Percent99);
