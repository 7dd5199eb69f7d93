namespace FreedomPaySandbox.Emulator.Text;

/// <summary>
/// The end of a program that something broke which nobody foresaw: told whole, for the person who fixes it, and as harmless as all the
/// rest.
/// </summary>
internal static class UnforeseenFault
{
    private const int Failed = 1;

    /// <summary>Runs the program to its exit code.</summary>
    /// <param name="program">What is run.</param>
    /// <param name="terminal">Where a fault is told.</param>
    public static async Task<int> TellAsync(Func<Task<int>> program, TextWriter terminal)
    {
        try
        {
            return await program();
        }
        catch (OperationCanceledException)
        {
            return Failed;
        }
        catch (Exception fault)
        {
            await terminal.WriteLineAsync(TerminalText.Lines(TerminalText.SetBack($"Unhandled exception: {fault}")));
            return Failed;
        }
    }
}
