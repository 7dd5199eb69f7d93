using System.Globalization;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>
/// How long each fault is tried: seconds in the suite, as long as <c>FAULT_SECONDS</c> says where somebody asks for more.
/// </summary>
internal static class FaultTime
{
    public const string Variable = "FAULT_SECONDS";

    private const int Brief = 2;

    private static readonly int? s_asked = int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    /// <summary>Whether there is time to let leases of the dead run out, rather than to put them forward.</summary>
    public static bool IsLong { get; } = s_asked is not null;

    public static TimeSpan Load { get; } = TimeSpan.FromSeconds(s_asked ?? Brief);
}
