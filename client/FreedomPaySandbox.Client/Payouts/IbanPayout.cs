using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>A payout to a bank account, as a merchant orders it (M-1). Source: docs.freedompay.kz, <c>POST /g2g/to_iban</c>.</summary>
/// <remarks>Its text shows neither account nor recipient; what reads its members one by one, as some loggers do, would.</remarks>
public sealed record IbanPayout
{
    /// <summary>The merchant's own name for the payout, 1–50 characters. One payout, one order id, whatever goes wrong.</summary>
    public required string OrderId { get; init; }

    /// <summary>Currency units, from 0.01 to 99 999 999.00.</summary>
    public required Amount Amount { get; init; }

    /// <summary>
    /// The account: two letters, two digits, then 11–30 letters and digits; upper case, without spaces. Its check digits are the gateway's
    /// business.
    /// </summary>
    public required string Iban { get; init; }

    /// <summary>The recipient's IIN: 12 digits.</summary>
    public required string RecipientIin { get; init; }

    /// <summary>The recipient's name, 1–255 characters.</summary>
    public required string RecipientName { get; init; }

    /// <summary>The code of the recipient's kind (KBe): two digits, such as <c>19</c> for a person who is a resident.</summary>
    public required string RecipientKbe { get; init; }

    /// <summary>The code of the payment's purpose (KNP): three digits, such as <c>119</c>.</summary>
    public required string PurposeCode { get; init; }

    /// <summary>The BIK of the recipient's bank: 6, 8 or 11 upper-case letters and digits.</summary>
    public required string BankBik { get; init; }

    /// <summary>Where the callback goes: an absolute http(s) address of at most 255 characters.</summary>
    public required string PostLink { get; init; }

    /// <summary>What the payout is for, 1–255 characters.</summary>
    public string? Description { get; init; }

    /// <summary>KGS, KZT, UZS, RUB, USD or EUR; the merchant's own currency when left out.</summary>
    public string? Currency { get; init; }

    /// <summary>The merchant's own name for the recipient: at most 50 Latin letters, digits, <c>_</c> and <c>-</c>.</summary>
    public string? UserId { get; init; }

    /// <summary>A key of at most 255 characters under which a repeated call gets the first one's answer and makes no second payout (E-10).</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Order and amount.</summary>
    public override string ToString() => $"payout of {Amount} to an IBAN under {OrderId}";
}
