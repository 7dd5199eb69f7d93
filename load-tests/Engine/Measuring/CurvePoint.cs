namespace NBomber.Measuring;

/// <summary>So many per cent took at most so long.</summary>
internal readonly record struct CurvePoint(double Percent, double Ms);
