namespace NBomber.Plans;

/// <summary>From when until when a copy of the closed model begins iterations.</summary>
/// <param name="From">From the begin of the stage.</param>
/// <param name="Until">None where a number of iterations ends it.</param>
internal readonly record struct CopySpan(TimeSpan From, TimeSpan? Until);
