using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>How far a payout is by its merchant's clock.</summary>
[JsonConverter(typeof(DashedWord<PayoutStatus>))]
public enum PayoutStatus
{
    /// <summary>Not final yet.</summary>
    Process,

    /// <summary>It succeeded.</summary>
    Ok,

    /// <summary>It failed, and the money is back.</summary>
    Error,
}
