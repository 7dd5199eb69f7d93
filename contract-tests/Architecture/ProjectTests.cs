using FreedomPaySandbox.Protocol;
using FreedomPaySandbox.Verification.Callbacks;

namespace FreedomPaySandbox.ContractTests.Architecture;

/// <summary>Which project knows which (docs/architecture.md).</summary>
public sealed class ProjectTests
{
    [Fact]
    public void Verification_knows_the_protocol_only() => Assert.Equal(
        [typeof(Parameters).Assembly.GetName().Name],
        typeof(VerifyTarget).Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name)
            .Where(name => name!.StartsWith("FreedomPaySandbox.", StringComparison.Ordinal)),
        StringComparer.Ordinal);
}
