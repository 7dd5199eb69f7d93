using System.Globalization;

namespace FreedomPaySandbox.ContractTests.Callbacks;

/// <summary>A wait of many looks that ends as a failure, with what it was for: a loop without such an end hangs the whole run.</summary>
internal sealed class PatientWait(string what, TimeSpan limit)
{
    private readonly long _began = TimeProvider.System.GetTimestamp();

    /// <summary>What is left of it, for a look that itself waits.</summary>
    public TimeSpan Left => limit - TimeProvider.System.GetElapsedTime(_began) is var left && left > TimeSpan.Zero ? left : throw Over();

    /// <summary>Whether to look once more: yes, until it is over, and then it fails.</summary>
    /// <exception cref="TimeoutException">It did not come.</exception>
    public bool GoesOn() => Left > TimeSpan.Zero;

    private TimeoutException Over() => new(string.Create(CultureInfo.InvariantCulture, $"Within {limit.TotalSeconds:0.###} s it did not come: {what}."));
}
