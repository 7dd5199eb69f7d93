using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Web.Pages;

/// <summary>All that the page with the card's field shows.</summary>
/// <param name="MerchantId">Whose page it is.</param>
/// <param name="Token">Comes back with the form, and shows that the form was this page's.</param>
internal sealed record CardFormView(long MerchantId, string Token)
{
    /// <summary>What is paid out to the card; null when the card is only saved.</summary>
    public OfferedPayout? Payout { get; init; }

    /// <summary>When the link ends, in the merchant's local time.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Whether the merchant shows the page inside of its own (<c>pg_payment_route=frame</c>).</summary>
    public bool Framed { get; init; }

    /// <summary>What was wrong with the number typed before; the number itself is not shown again.</summary>
    public TypedCardProblem? Problem { get; init; }

    /// <summary>Why the gateway did not take the card typed before.</summary>
    public GatewayError? Refusal { get; init; }

    public bool HasError => Problem is not null || Refusal is not null;

    /// <summary>Without the token.</summary>
    public override string ToString() => $"card form of merchant {MerchantId}";
}

/// <summary>The payout a recipient is asked to name a card for, as the page shows it.</summary>
/// <param name="Amount">What is paid out.</param>
/// <param name="Currency">Such as <c>KZT</c>.</param>
/// <param name="Description">What for, in the merchant's words.</param>
internal sealed record OfferedPayout(Amount Amount, string Currency, string Description)
{
    /// <summary>The merchant's own number of the payout.</summary>
    public string? OrderId { get; init; }
}
