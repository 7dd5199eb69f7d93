using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Waits, within a caller's patience, until what the caller asks about has come.</summary>
internal static class LongPoll
{
    /// <summary>What the query parameter <c>wait</c> may say, for error texts.</summary>
    public const string WaitForm = "a duration from 0s to 60s, such as 5s or PT5S";

    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(60);

    /// <summary>What settles by itself, or comes from elsewhere, gives no notification.</summary>
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromMilliseconds(250);

    /// <summary>Reads the query parameter <c>wait</c>; left out it is no wait. None when it is not <see cref="WaitForm"/>.</summary>
    public static TimeSpan? GetWait(string? text)
    {
        if (text is null)
            return TimeSpan.Zero;
        return SettingText.Duration(text) is { } wait && wait >= TimeSpan.Zero && wait <= s_longestWait ? wait : null;
    }

    /// <summary>Looks until it is enough or the wait is over, and returns what it saw last.</summary>
    public static async Task<T> UntilAsync<T>(
        ChangeSignal changes, Func<CancellationToken, Task<T>> look, Predicate<T> enough, TimeSpan wait, TimeProvider time, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var beat = changes.Next;
            var seen = await look(cancellation);
            var left = wait - time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero || enough(seen))
                return seen;

            var pause = left < s_lookAgain ? left : s_lookAgain;
            await beat.WaitAsync(pause, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
