using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>What a rule does to a call. What it does not say stays as it would be without it.</summary>
public sealed class RuleThen
{
    /// <summary>What the payout comes to: one of <see cref="Outcomes"/>.</summary>
    public string? Outcome { get; set; }

    /// <summary>How long it is in process, by the merchant's clock; only with an outcome that starts with <c>process</c>.</summary>
    [JsonConverter(typeof(DurationJson))]
    public TimeSpan? SettleAfter { get; set; }

    /// <summary>How the answer goes wrong: one of <see cref="GatewayFaults"/>.</summary>
    public GatewayFault? Fault { get; set; }

    /// <summary>How the callback goes wrong: one of <see cref="CallbackPlans"/>.</summary>
    public CallbackPlan? Callback { get; set; }
}
