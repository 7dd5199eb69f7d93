using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>How the answer to a call goes wrong. A name alone will do, but for the slow answer, which needs its delay.</summary>
/// <param name="Name">One of <see cref="GatewayFaults"/>.</param>
/// <param name="Delay">How late the answer is, for a slow one alone; at most ten minutes.</param>
[JsonConverter(typeof(GatewayFaultJson))]
public sealed record GatewayFault(string Name, TimeSpan? Delay = null)
{
    /// <summary>The fault of that name, one of <see cref="GatewayFaults"/>.</summary>
    /// <exception cref="ArgumentException">It is the slow one, which needs a delay: <see cref="GatewayFaults.SlowBy"/>.</exception>
    public static implicit operator GatewayFault(string name) => string.Equals(name, GatewayFaults.Slow, StringComparison.Ordinal)
        ? throw new ArgumentException("A slow answer needs its delay: GatewayFaults.SlowBy(TimeSpan.FromSeconds(5)).", nameof(name))
        : new(name);
}
