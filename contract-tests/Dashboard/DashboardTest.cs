using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Dashboard;

/// <summary>Each test has a visitor of its sandbox's dashboard.</summary>
public abstract class DashboardTest : SandboxTest
{
    private protected Visitor Visitor { get; private set; } = null!;

    private protected override Task ArrangeAsync()
    {
        Visitor = Keep(new Visitor(Sandbox));
        return Task.CompletedTask;
    }
}
