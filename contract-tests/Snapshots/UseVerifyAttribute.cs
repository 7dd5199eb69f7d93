using System.Reflection;
using Xunit.Sdk;

[assembly: UseVerify]

namespace VerifyXunit;

/// <summary>Remembers which test is running, because its snapshot is named after it.</summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class)]
public sealed class UseVerifyAttribute : BeforeAfterTestAttribute
{
    private static readonly AsyncLocal<MethodInfo?> s_running = new();

    internal static MethodInfo RunningTest => s_running.Value
        ?? throw new InvalidOperationException("Verify was called outside of a test.");

    public override void Before(MethodInfo methodUnderTest) => s_running.Value = methodUnderTest;

    public override void After(MethodInfo methodUnderTest) => s_running.Value = null;
}
