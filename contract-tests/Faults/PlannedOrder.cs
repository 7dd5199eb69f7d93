using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>An order of the load: what it is follows from its number, so that every run sends the same ones.</summary>
internal sealed record PlannedOrder(int Number)
{
    private static readonly string[] s_cards =
        [PayoutCall.Success, PayoutCall.Success, PayoutCall.ProcessThenSuccess, PayoutCall.Success, PayoutCall.ProcessThenFailure, PayoutCall.Success, PayoutCall.Failure];

    public string OrderId { get; } = FormattableString.Invariant($"ORD{Number}");

    public Amount Amount { get; } = new(100 + Number % 9_973);

    public bool Pays => Card is PayoutCall.Success or PayoutCall.ProcessThenSuccess;

    /// <summary>One in three is repeated under an idempotency key, the others under their order id alone.</summary>
    public bool HasKey => Number % 3 == 0;

    /// <summary>One in ten is not asked about again when its answer is lost.</summary>
    public bool IsLetBe => Number % 10 == 9;

    /// <summary>One in twenty-five has a wrong signature.</summary>
    public bool IsRefused => Number % 25 == 3;

    /// <summary>The endpoint of one in twenty refuses.</summary>
    public bool IsTurnedAway => Number % 20 == 1;

    /// <summary>One in forty, where there are endpoints that hang.</summary>
    public bool MayHang => Number % 40 == 7;

    private string Card => s_cards[Number % s_cards.Length];

    public SignedCall Call(string link)
    {
        var call = SignedCall.Payout(OrderId, Amount.ToFixed(), Card).With("pg_post_link", link);
        if (HasKey)
            call = call.With("pg_idempotency_key", "key of " + OrderId);
        return IsRefused ? call with { Secret = "not the merchant's" } : call;
    }
}
