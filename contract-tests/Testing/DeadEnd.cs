namespace FreedomPaySandbox.ContractTests.Testing;

/// <summary>A post link to which nobody listens.</summary>
internal static class DeadEnd
{
    public const string Link = "http://127.0.0.1:9/post";
}
