using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.Emulator.Decisions;

/// <summary>Decides the order of callbacks where a rule wants them out of order. Pure.</summary>
internal static class CallbackOrder
{
    /// <summary>Lets the callbacks of a payout overtake those that wait for it.</summary>
    /// <param name="callbacks">The callbacks of the payout.</param>
    /// <param name="othersWait">Whether callbacks of an earlier payout wait for the next one.</param>
    /// <returns>The callbacks, and from when on those that waited are due; <see langword="null"/> when they go on waiting.</returns>
    public static (IReadOnlyList<PendingCallback> Callbacks, DateTimeOffset? ReleasesAt) Overtake(IReadOnlyList<PendingCallback> callbacks, bool othersWait)
    {
        if (!othersWait || !callbacks.Any(callback => callback.State == CallbackState.Pending))
            return (callbacks, null);

        // If all waited for the next one, they would come in order after all.
        callbacks = [.. callbacks.Select(callback => callback.Overtaking())];
        return (callbacks, callbacks.First(callback => callback.State == CallbackState.Pending).DueAt);
    }
}
