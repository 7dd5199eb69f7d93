using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>How the answer to a call goes wrong. A name alone will do, but for the slow answer, which needs its delay.</summary>
/// <param name="Name">One of <see cref="GatewayFaults"/>.</param>
/// <param name="Delay">How late the answer is, for a slow one alone; at most ten minutes.</param>
[JsonConverter(typeof(GatewayFaultJson))]
public sealed record GatewayFault(string Name, TimeSpan? Delay = null)
{
    /// <summary>The fault of that name, one of <see cref="GatewayFaults"/>.</summary>
    public static implicit operator GatewayFault(string name) => new(name);
}
