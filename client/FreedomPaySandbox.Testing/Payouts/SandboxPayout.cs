using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>A payout that the sandbox made, or that failed there. Amounts are in currency units, moments by the merchant's clock.</summary>
public sealed record SandboxPayout
{
    /// <summary>What a sandbox that names no method has.</summary>
    private const string ToCard = "p2p2nonreg";

    /// <summary>The payment id: <c>pg_payment_id</c>.</summary>
    public required long Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required long MerchantId { get; init; }

    /// <summary>The merchant's own id of it: <c>pg_order_id</c>.</summary>
    public required string OrderId { get; init; }

    /// <summary>How it was asked for: <c>p2p2nonreg</c>, <c>to_iban</c>, <c>iban_payout</c>, <c>reg2reg</c> or <c>reg2nonreg</c>.</summary>
    public string Method { get => field ?? ToCard; init; }

    /// <summary>How far it is.</summary>
    public required PayoutStatus Status { get; init; }

    /// <summary>What the receiver gets.</summary>
    public required decimal Amount { get; init; }

    /// <summary>What it costs on top.</summary>
    public required decimal Commission { get; init; }

    /// <summary>The ISO code.</summary>
    public required string Currency { get; init; }

    /// <summary>What it is for: <c>pg_description</c>; nothing where it was left out.</summary>
    public string? Description { get; init; }

    /// <summary>Whom it is for: <c>pg_user_id</c>.</summary>
    public string? UserId { get; init; }

    /// <summary>The card, masked; nothing for a payout to an IBAN, and while the recipient has typed none.</summary>
    public string? Card { get; init; }

    /// <summary>The account, masked; nothing for a payout to a card.</summary>
    public string? Iban { get; init; }

    /// <summary>The token of the saved card it goes to; nothing for one that goes elsewhere.</summary>
    public string? CardToken { get; init; }

    /// <summary>Where it is called back to; nothing where the merchant wants no callback.</summary>
    public string? PostLink { get; init; }

    /// <summary>The bank's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is final, or was.</summary>
    public required DateTimeOffset SettlesAt { get; init; }

    /// <summary>The code it fails with; nothing when it succeeds.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>The text of that code.</summary>
    public string? ErrorDescription { get; init; }

    /// <summary>The payout balance right after it.</summary>
    public required decimal BalanceAfter { get; init; }

    /// <summary>The key that makes a repetition the same payout.</summary>
    public string? IdempotencyKey { get; init; }
}

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
