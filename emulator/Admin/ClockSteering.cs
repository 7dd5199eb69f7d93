using System.Collections.Concurrent;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Moves the clocks of merchants.</summary>
internal sealed class ClockSteering(SandboxStore store, CallbackDelivery delivery, Accounts accounts)
{
    private const int AtOnce = 16;

    /// <summary>
    /// Advances a merchant's clock from one callback that is due to the next, standing at each until it was attempted, so that hours
    /// of retries take as long as the merchant takes to answer them. Returns when all that is due by then was attempted, but for what
    /// payouts that came in at the last moment owe.
    /// </summary>
    /// <returns>What happened, or nothing when the merchant was emptied meanwhile.</returns>
    public async Task<ClockAdvance?> AdvanceAsync(Account account, TimeSpan by, CancellationToken cancellation)
    {
        await account.Steering.WaitAsync(cancellation);
        try
        {
            await using var held = await HoldAsync(account, cancellation);
            var (before, start, attempts) = (account.Clock.Reading, account.Clock.Now, await AttemptsAsync(account, cancellation));
            var goal = start + by;
            var reached = start;
            try
            {
                account.Clock.StopAt(start);
                await delivery.WorkOffAsync(account, cancellation);
                while (await NextDueAsync(account, reached, cancellation) is { } due && due <= goal)
                {
                    account.Clock.StopAt(reached = due);
                    await delivery.WorkOffAsync(account, cancellation);
                }

                reached = goal;
            }
            finally
            {
                // Also where the caller gave up on the way: what was attempted was attempted then.
                await SetAsync(account, before.Moved(reached - start));
            }

            return account.Closed.IsCancellationRequested
                ? null
                : await TellAsync(account, start, goal, await AttemptsAsync(account, cancellation) - attempts, cancellation);
        }
        finally
        {
            account.Steering.Release();
        }
    }

    /// <summary>Advances the clocks of many merchants, several at a time.</summary>
    /// <returns>What happened to each that was not emptied meanwhile.</returns>
    public async Task<IReadOnlyCollection<ClockAdvance>> AdvanceAsync(IEnumerable<Account> accounts, TimeSpan by, CancellationToken cancellation)
    {
        var told = new ConcurrentBag<ClockAdvance>();
        await Parallel.ForEachAsync(
            accounts,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (account, stopping) =>
            {
                if (await AdvanceAsync(account, by, stopping) is { } one)
                    told.Add(one);
            });
        return told;
    }

    /// <summary>Sets a merchant's clock by where it is. What is due by then goes out by itself.</summary>
    public async Task PutAsync(Account account, Func<ClockReading, ClockReading> set, CancellationToken cancellation)
    {
        await account.Steering.WaitAsync(cancellation);
        try
        {
            await using var held = await HoldAsync(account, cancellation);
            await SetAsync(account, set(account.Clock.Reading));
        }
        finally
        {
            account.Steering.Release();
        }
    }

    private async Task SetAsync(Account account, ClockReading reading)
    {
        account.Clock.Arrive(reading);
        await store.Accounts.KeepClockAsync(account.Number, reading);
        delivery.Nudge(account.Number);
        account.Pulse.Beat();
        await (store.News?.HeardAsync() ?? Task.CompletedTask);
    }

    // Others who share the store may have moved it, or be about to.
    private async Task<IAsyncDisposable?> HoldAsync(Account account, CancellationToken cancellation)
    {
        var held = await store.Accounts.HoldClockAsync(account.Number, cancellation);
        if (held is not null)
            await accounts.FollowClockAsync(account);
        return held;
    }

    // Where others attempt callbacks, too, only the store knows how many were.
    private async Task<AttemptCount> AttemptsAsync(Account account, CancellationToken cancellation) =>
        store.News is null ? account.Attempts.Count : await store.Callbacks.AttemptsAsync(account.Number, cancellation);

    private async Task<DateTimeOffset?> NextDueAsync(Account account, DateTimeOffset after, CancellationToken cancellation) =>
        account.Closed.IsCancellationRequested ? null : await store.Callbacks.NextDueAsync(account.Number, after, cancellation);

    private async Task<ClockAdvance> TellAsync(
        Account account, DateTimeOffset start, DateTimeOffset goal, AttemptCount made, CancellationToken cancellation)
    {
        var owed = await store.Callbacks.OwedAsync(account.Number, cancellation);
        var settled = await store.Payouts.SettledAsync(account.Number, start, goal, cancellation);
        return new ClockAdvance(
            account.Clock.Now, settled, made.Made, made.Delivered, made.Dead, owed, await NextDueAsync(account, goal, cancellation));
    }
}
