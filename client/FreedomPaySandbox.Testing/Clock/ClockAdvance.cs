namespace FreedomPaySandbox.Testing;

/// <summary>What happened while a clock was advanced.</summary>
/// <param name="Now">What the clock shows afterwards.</param>
/// <param name="Settled">Payouts in process that became final.</param>
/// <param name="Attempts">Callback attempts made.</param>
/// <param name="Delivered">Callbacks that were answered with 200.</param>
/// <param name="DeadLetters">Callbacks whose last attempt failed.</param>
/// <param name="Pending">Callbacks that are due later.</param>
/// <param name="NextDue">When the first of them is due; nothing when none is.</param>
public sealed record ClockAdvance(
    DateTimeOffset Now, long Settled, long Attempts, long Delivered, long DeadLetters, long Pending, DateTimeOffset? NextDue);
