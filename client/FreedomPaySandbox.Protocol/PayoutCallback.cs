using System.Globalization;

namespace FreedomPaySandbox.Protocol;

/// <summary>What a payout's callback says (N-2, N-3, N-8).</summary>
internal readonly record struct PayoutCallback
{
    public required long PaymentId { get; init; }

    public required string OrderId { get; init; }

    /// <summary>The masked card number; none for a payout that went to no card.</summary>
    public required string? CardMask { get; init; }

    /// <summary>The merchant's payout balance.</summary>
    public required Amount Balance { get; init; }

    public required Amount Amount { get; init; }

    /// <summary>The amount and the commission.</summary>
    public required Amount ToPay { get; init; }

    public required long MerchantId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The distance of the merchant's dates from UTC.</summary>
    public required TimeSpan UtcOffset { get; init; }

    /// <summary>The code the payout failed with; none when it succeeded.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>The fields in their order, without salt and signature.</summary>
    public Parameters ToFields()
    {
        var fields = new Parameters
        {
            { Fields.PaymentId, PaymentId.ToString(CultureInfo.InvariantCulture) },
            { Fields.OrderId, OrderId },
        };
        if (CardMask is not null)
            fields.Add(Fields.CardHash, CardMask);
        fields.Add(Fields.Status, ErrorCode is null ? "ok" : "error");
        fields.Add(Fields.Balance, Balance.ToString());
        fields.Add(Fields.PaymentAmount, Amount.ToFixed());
        fields.Add(Fields.ToPay, ToPay.ToFixed());
        fields.Add(Fields.MerchantId, MerchantId.ToString(CultureInfo.InvariantCulture));
        fields.Add(Fields.PaymentDate, WireDate.Local(CreatedAt, UtcOffset));
        if (ErrorCode is { } code)
        {
            fields.Add(Fields.ErrorCode, code.ToString(CultureInfo.InvariantCulture));
            fields.Add(Fields.ErrorDescription, GatewayError.Get(code).Description);
        }

        return fields;
    }
}
