namespace FreedomPaySandbox.ContractTests.Testing;

/// <summary>Where the sandbox runs that a test steers.</summary>
public enum Place
{
    InThisProcess,
    Elsewhere,
}
