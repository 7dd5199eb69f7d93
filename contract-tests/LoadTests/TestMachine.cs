using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.LoadTests.Engine.Running;

namespace FreedomPaySandbox.ContractTests.Load;

/// <summary>A machine whose clock stands until a test moves it, and whose iterations run on the test's thread.</summary>
internal static class TestMachine
{
    /// <summary>Begins something, moves the clock and expects it to have ended: all of it on the calling thread.</summary>
    public static Task<T> Run<T>(ManualTime time, TimeSpan by, Func<Task<T>> begin)
    {
        // The runner's context would carry what goes on to other threads.
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var run = begin();
            time.Advance(by);
            Assert.True(run.IsCompleted);
            return run;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    public static Machine On(ManualTime time) => new(time, new TimerClock(time), iteration => iteration.Execute());
}
