namespace FreedomPaySandbox.ContractTests.Processes;

/// <summary>A test that looks into a process by <c>/proc</c>, which only Linux has; elsewhere it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Needs Linux.";
}
