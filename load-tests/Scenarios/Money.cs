using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>Amounts as the admin API tells them, in currency units.</summary>
internal static class Money
{
    public static Amount ToAmount(decimal units) => new((long)(units * 100));
}
