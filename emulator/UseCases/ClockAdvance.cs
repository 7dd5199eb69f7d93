namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>What happened while a clock was advanced.</summary>
/// <param name="Now">What the clock shows afterwards.</param>
/// <param name="Settled">Payouts in process that became final.</param>
/// <param name="Attempts">Callback attempts made.</param>
/// <param name="Delivered">Callbacks that were answered with 200.</param>
/// <param name="DeadLetters">Callbacks whose last attempt failed.</param>
/// <param name="Pending">Callbacks that are due later.</param>
/// <param name="NextDue">When the first of them is due.</param>
internal sealed record ClockAdvance(
    DateTimeOffset Now, long Settled, long Attempts, long Delivered, long DeadLetters, long Pending, DateTimeOffset? NextDue)
{
    /// <summary>What happened to many, by the clock of none of them.</summary>
    public static ClockAdvance Sum(DateTimeOffset now, IReadOnlyCollection<ClockAdvance> all) => new(
        now,
        all.Sum(one => one.Settled),
        all.Sum(one => one.Attempts),
        all.Sum(one => one.Delivered),
        all.Sum(one => one.DeadLetters),
        all.Sum(one => one.Pending),
        all.Min(one => one.NextDue));
}
