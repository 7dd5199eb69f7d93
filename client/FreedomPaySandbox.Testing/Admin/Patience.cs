namespace FreedomPaySandbox.Testing;

/// <summary>How long tests wait that do not say.</summary>
internal static class Patience
{
    public static readonly TimeSpan Default = TimeSpan.FromSeconds(10);
}
