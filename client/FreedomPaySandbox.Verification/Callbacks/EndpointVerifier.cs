namespace FreedomPaySandbox.Verification.Callbacks;

/// <summary>Makes all checks of an endpoint, one after another; none ends the run.</summary>
internal sealed class EndpointVerifier(CheckRun run, VerifyOrders orders)
{
    /// <param name="done">Hears of each check as soon as it is done.</param>
    /// <param name="stopping">Ends the run.</param>
    public async Task<VerificationResult> VerifyAsync(Action<CheckResult> done, CancellationToken stopping)
    {
        var results = new List<CheckResult>();
        foreach (var check in CallbackChecks.All)
        {
            results.Add(await run.RunAsync(check, orders, stopping));
            done(results[^1]);
        }

        return new VerificationResult(orders.Target, results);
    }
}
