using System.ComponentModel;
using System.Diagnostics;

namespace FreedomPaySandbox.Verification.Callbacks;

/// <summary>A program of the merchant's that is run with the id and the amount of each order.</summary>
internal sealed class OrderProgram(IReadOnlyList<string> words, TimeSpan timeOut, TimeProvider time)
{
    public async Task<string?> TellAsync(VerifyOrder order, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(timeOut, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        using var process = new Process { StartInfo = new ProcessStartInfo(words[0], [.. words.Skip(1), order.Id, order.Amount.ToFixed()]) { UseShellExecute = false } };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return $"Order {order} could not be told: {words[0]} cannot be run. Check the command of --order-setup.";
        }

        try
        {
            await process.WaitForExitAsync(ending.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            stopping.ThrowIfCancellationRequested();
            return $"Order {order} could not be told: {words[0]} did not end in time.";
        }

        return process.ExitCode == 0 ? null : $"Order {order} could not be told: {words[0]} ended with {process.ExitCode}, and 0 was due.";
    }
}
