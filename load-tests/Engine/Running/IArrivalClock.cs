namespace NBomber.Running;

/// <summary>Begins iterations when they are due: it wakes now and then and begins all that are, so that its cost does not grow with the rate.</summary>
internal interface IArrivalClock
{
    /// <param name="arrivals">The intended starts, from <paramref name="origin"/>.</param>
    /// <param name="origin">A timestamp.</param>
    /// <param name="begin">Begins the iteration that was intended then.</param>
    /// <param name="stop">Lets no more begin.</param>
    Task RunAsync(IEnumerable<TimeSpan> arrivals, long origin, Action<TimeSpan> begin, CancellationToken stop);
}
