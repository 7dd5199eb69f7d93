using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>
/// The gateway tells how a payout ended (N-2, N-8), under a signature that was found right. What it does not always tell is
/// <see langword="null"/> when it did not; what it tells that is not known here is passed over.
/// </summary>
/// <remarks>
/// A callback comes at least once: the same payment id and status may come again, with another salt. Store it before answering. The
/// protocol signs values in the order of their names, not the names: who changes a message on its way may make an optional field
/// disappear, or put a value under a neighbouring name. So compare order id and amount with the payout of that payment id, and use https.
/// </remarks>
/// <param name="PaymentId">The gateway's number of the payout.</param>
/// <param name="OrderId">The merchant's own name for the payout.</param>
/// <param name="Status">How it ended.</param>
public sealed record Callback(long PaymentId, string OrderId, CallbackStatus Status) : CallbackReadResult
{
    /// <summary>What was paid out, currency units. Compare it with what was ordered.</summary>
    public Amount? Amount { get; init; }

    /// <summary>Amount plus commission, currency units.</summary>
    public Amount? ToPay { get; init; }

    /// <summary>The merchant's payout balance, currency units.</summary>
    public Amount? Balance { get; init; }

    /// <summary>The masked card number (N-3), such as <c>440564-XX-XXXX-6150</c>; <see langword="null"/> of a payout to an IBAN.</summary>
    public string? CardMask { get; init; }

    /// <summary>When the payout was made: local time of the merchant's account, without a zone.</summary>
    public DateTime? Date { get; init; }

    /// <summary>The number of the error, see <see cref="GatewayError"/>; never with <see cref="CallbackStatus.Ok"/>.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>The gateway's text of the error.</summary>
    public string? ErrorDescription { get; init; }

    /// <summary>The message's salt, different at each attempt (N-4); empty when it was sent empty.</summary>
    public string Salt { get; init; } = "";
}

/// <summary>How a payout ended, as its callback tells.</summary>
public enum CallbackStatus
{
    /// <summary>The payout was made.</summary>
    Ok,

    /// <summary>The payout has failed; the amount is back on the balance.</summary>
    Error,
}
