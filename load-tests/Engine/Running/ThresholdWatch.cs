namespace FreedomPaySandbox.LoadTests.Engine.Running;

/// <summary>Checks one threshold again and again, and remembers how it stood last.</summary>
internal sealed class ThresholdWatch(Threshold threshold)
{
    private int _errors;
    private string? _fault;
    private bool _held = true;

    /// <summary>Whether it was missed so often that the scenario has to stop.</summary>
    public bool WantsAbort { get; private set; }

    public string Expression => threshold.Expression;

    public void Check(ScenarioStats stats, TimeSpan elapsed)
    {
        if (elapsed < threshold.StartCheckAfter)
            return;
        Look(stats);
        WantsAbort |= _errors >= threshold.AbortWhenErrorCount;
    }

    /// <summary>The end of a run is checked whatever else was.</summary>
    public ThresholdResult Conclude(ScenarioStats stats)
    {
        if (!WantsAbort)
            Look(stats);
        return new ThresholdResult(stats.ScenarioName, threshold.StepName, threshold.Expression, _errors, IsFailed: WantsAbort || !_held, _fault);
    }

    private void Look(ScenarioStats stats)
    {
        (_held, _fault) = Ask(stats);
        if (!_held)
            _errors++;
    }

    private (bool Held, string? Fault) Ask(ScenarioStats stats)
    {
        try
        {
            return (threshold.Holds(stats), null);
        }
#pragma warning disable CA1031 // A threshold that cannot be computed does not hold.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return (false, fault.Message);
        }
    }
}
