namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>Where the sandbox runs, as far as it matters for whom it can reach.</summary>
internal sealed record SandboxLocation(bool InContainer)
{
    private static readonly string[] s_marks = ["/.dockerenv", "/run/.containerenv"];

    /// <summary>Looks around: container engines leave a mark, and so do the .NET images.</summary>
    public static SandboxLocation Here() => new(
        string.Equals(Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER"), "true", StringComparison.OrdinalIgnoreCase)
        || s_marks.Any(File.Exists));
}
