namespace FreedomPaySandbox.ContractTests.Callbacks;

/// <summary>How long a test waits for what must come; only a failure ever waits that long.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
}
