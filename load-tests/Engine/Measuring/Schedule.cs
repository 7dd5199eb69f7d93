namespace NBomber.Measuring;

/// <summary>How well the load itself kept its plan.</summary>
/// <param name="NotStarted">Arrivals that found too many in flight; each counts as a failure.</param>
/// <param name="Late">Iterations that began more than 50 ms after they should have.</param>
/// <param name="WorstDelay">The longest such delay.</param>
internal sealed record Schedule(long NotStarted, long Late, TimeSpan WorstDelay);
