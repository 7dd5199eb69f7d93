using System.Collections.Concurrent;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>Moves the clocks of merchants.</summary>
internal sealed class ClockController(SandboxStore store, CallbackDelivery delivery, MerchantLifecycle lifecycle)
{
    private const int AtOnce = 16;

    /// <summary>
    /// Advances a merchant's clock from one callback that is due to the next, standing at each until it was attempted, so that hours
    /// of retries take as long as the merchant takes to answer them. Returns when all that is due by then was attempted, but for what
    /// payouts that came in at the last moment need.
    /// </summary>
    /// <returns>What happened, or nothing when the merchant was emptied meanwhile.</returns>
    public async Task<ClockAdvance?> AdvanceAsync(MerchantState state, TimeSpan by, CancellationToken cancellation)
    {
        await state.ClockLock.WaitAsync(cancellation);
        try
        {
            await using var held = await HoldAsync(state, cancellation);
            var (before, start, attempts) = (state.Clock.Reading, state.Clock.Now, await AttemptsAsync(state, cancellation));
            var goal = start + by;
            var reached = start;
            try
            {
                state.Clock.StopAt(start);
                await delivery.WorkOffAsync(state, cancellation);
                while (await NextDueAsync(state, reached, cancellation) is { } due && due <= goal)
                {
                    state.Clock.StopAt(reached = due);
                    await delivery.WorkOffAsync(state, cancellation);
                }

                reached = goal;
            }
            finally
            {
                // Also where the caller gave up on the way: what was attempted was attempted then.
                await SetAsync(state, before.Moved(reached - start));
            }

            return state.Closed.IsCancellationRequested
                ? null
                : await TellAsync(state, start, goal, await AttemptsAsync(state, cancellation) - attempts, cancellation);
        }
        finally
        {
            state.ClockLock.Release();
        }
    }

    /// <summary>Advances the clocks of many merchants, several at a time.</summary>
    /// <returns>What happened to each that was not emptied meanwhile.</returns>
    public async Task<IReadOnlyCollection<ClockAdvance>> AdvanceAsync(IEnumerable<MerchantState> states, TimeSpan by, CancellationToken cancellation)
    {
        var told = new ConcurrentBag<ClockAdvance>();
        await Parallel.ForEachAsync(
            states,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (state, stopping) =>
            {
                if (await AdvanceAsync(state, by, stopping) is { } one)
                    told.Add(one);
            });
        return told;
    }

    /// <summary>Sets a merchant's clock by where it is. What is due by then goes out by itself.</summary>
    public async Task PutAsync(MerchantState state, Func<ClockReading, ClockReading> set, CancellationToken cancellation)
    {
        await state.ClockLock.WaitAsync(cancellation);
        try
        {
            await using var held = await HoldAsync(state, cancellation);
            await SetAsync(state, set(state.Clock.Reading));
        }
        finally
        {
            state.ClockLock.Release();
        }
    }

    private async Task SetAsync(MerchantState state, ClockReading reading)
    {
        state.Clock.Arrive(reading);
        await store.States.KeepClockAsync(state.Epoch, reading);
        delivery.Wake(state.Epoch);
        state.Changes.Notify();
        await (store.News?.HeardAsync() ?? Task.CompletedTask);
    }

    // Others who share the store may have moved it, or be about to.
    private async Task<IAsyncDisposable?> HoldAsync(MerchantState state, CancellationToken cancellation)
    {
        var held = await store.States.HoldClockAsync(state.Epoch, cancellation);
        if (held is not null)
            await lifecycle.FollowClockAsync(state);
        return held;
    }

    // Where others attempt callbacks, too, only the store knows how many were.
    private async Task<DeliveryCounts> AttemptsAsync(MerchantState state, CancellationToken cancellation) =>
        store.News is null ? state.Deliveries.Count : await store.Callbacks.AttemptsAsync(state.Epoch, cancellation);

    private async Task<DateTimeOffset?> NextDueAsync(MerchantState state, DateTimeOffset after, CancellationToken cancellation) =>
        state.Closed.IsCancellationRequested ? null : await store.Callbacks.NextDueAsync(state.Epoch, after, cancellation);

    private async Task<ClockAdvance> TellAsync(
        MerchantState state, DateTimeOffset start, DateTimeOffset goal, DeliveryCounts made, CancellationToken cancellation)
    {
        var pending = await store.Callbacks.CountPendingAsync(state.Epoch, cancellation);
        var settled = await store.Payouts.SettledAsync(state.Epoch, start, goal, cancellation);
        return new ClockAdvance(
            state.Clock.Now, settled, made.Made, made.Delivered, made.Dead, pending, await NextDueAsync(state, goal, cancellation));
    }
}

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
