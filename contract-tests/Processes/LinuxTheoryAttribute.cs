namespace FreedomPaySandbox.ContractTests.Processes;

/// <summary>A theory that needs a program or a view of processes that only Linux has; elsewhere it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Needs Linux.";
}
