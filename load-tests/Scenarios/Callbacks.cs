using FreedomPaySandbox.LoadTests.Bench;
using FreedomPaySandbox.LoadTests.Closing;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>What became of the callbacks of a run.</summary>
internal static class Callbacks
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits for those under way, for a while.</summary>
    public static async Task<IReadOnlyList<Observation>> CloseAsync(LoadEnvironment bench)
    {
        var seen = new List<Observation>();
        if (bench.Merchant is { } merchant)
        {
            seen.Add(Observation.Count("callbacks still pending", await PendingAsync(merchant, bench.Time), 0));
            seen.Add(Observation.Count("dead letters", (await merchant.Callbacks.FindAsync(state: CallbackState.Dead)).Count, 0));
        }

        if (bench.Receiver is { } receiver)
        {
            seen.Add(Observation.Figure("callbacks taken", receiver.Taken));
            seen.Add(Observation.Count("callbacks that came twice", receiver.Repeats, 0));
        }

        return seen;
    }

    private static async Task<int> PendingAsync(SandboxMerchant merchant, TimeProvider time)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var pending = (await merchant.Callbacks.FindAsync(state: CallbackState.Pending)).Count;
            if (pending == 0 || time.GetElapsedTime(began) > s_patience)
                return pending;
            await Task.Delay(s_look, time);
        }
    }
}
