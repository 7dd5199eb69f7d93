namespace NBomber.Running;

/// <summary>What an iteration or a step came to, when it threw, too: a load that meets a fault goes on.</summary>
internal static class IterationEnd
{
    public const string Unfinished = "unfinished";

    public static async Task<T> OfAsync<T>(Func<Task<T>> run, Func<string, string, T> fail, CancellationToken cancellation)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return fail(Unfinished, "it was still under way when the run was over");
        }
#pragma warning disable CA1031 // Whatever it threw is what it came to.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return fail(fault.GetType().Name, fault.Message);
        }
    }
}
