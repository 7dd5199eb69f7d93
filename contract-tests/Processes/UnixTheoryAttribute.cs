namespace FreedomPaySandbox.ContractTests.Processes;

/// <summary>A theory that sends signals, which Windows does not have.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows has no signals to send to one process.";
    }
}
