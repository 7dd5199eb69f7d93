using System.Text.RegularExpressions;
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

    /// <summary>
    /// A key of at most 255 characters under which a repeated call gets the first one's answer and makes no second payout (E-10).
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Order and amount.</summary>
    public override string ToString() => $"payout of {Amount} to an IBAN under {OrderId}";
}

/// <summary>Holds a payout to an IBAN to the documented forms (M-1) before it is sent.</summary>
internal static partial class IbanPayoutCheck
{
    /// <exception cref="ArgumentException">All that is wrong, without any value.</exception>
    public static void Require(IbanPayout payout) => FieldForms.Require(Problems(payout), "payout", nameof(payout));

    private static IEnumerable<string> Problems(IbanPayout payout) =>
    [
        .. FieldForms.OrderId(payout.OrderId),
        .. FieldForms.Amount(payout.Amount),
        .. Form(
            payout.Iban, Iban(), "Iban: two letters, two digits and 11 to 30 letters and digits are expected, in upper case and without spaces."),
        .. Form(payout.RecipientIin, Iin(), "RecipientIin: 12 digits are expected."),
        .. FieldForms.Text(nameof(payout.RecipientName), payout.RecipientName),
        .. Form(payout.RecipientKbe, Kbe(), "RecipientKbe: two digits are expected."),
        .. Form(payout.PurposeCode, Knp(), "PurposeCode: three digits are expected."),
        .. Form(payout.BankBik, Bik(), "BankBik: 6, 8 or 11 letters and digits are expected, in upper case."),
        .. FieldForms.Link(nameof(payout.PostLink), payout.PostLink),
        .. FieldForms.OptionalText(nameof(payout.Description), payout.Description),
        .. FieldForms.OptionalCurrency(payout.Currency),
        .. FieldForms.OptionalUserId(payout.UserId),
        .. FieldForms.OptionalText(nameof(payout.IdempotencyKey), payout.IdempotencyKey),
    ];

    private static IEnumerable<string> Form(string? text, Regex form, string problem) => FieldForms.When(text is null || !form.IsMatch(text), problem);

    [GeneratedRegex(@"^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Iban();

    [GeneratedRegex(@"^[0-9]{12}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Iin();

    [GeneratedRegex(@"^[0-9]{2}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kbe();

    [GeneratedRegex(@"^[0-9]{3}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Knp();

    [GeneratedRegex(@"^([A-Z0-9]{6}|[A-Z0-9]{8}|[A-Z0-9]{11})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bik();
}

/// <summary>The fields of a payout to an IBAN (M-1), before salt and signature.</summary>
internal static class IbanPayoutMessage
{
    public static Parameters Build(IbanPayout payout, long merchantId) => new MessageFields(merchantId)
        .And(Fields.OrderId, payout.OrderId)
        .And(Fields.Amount, payout.Amount)
        .And(Fields.RecipientIban, payout.Iban)
        .And(Fields.RecipientIin, payout.RecipientIin)
        .And(Fields.RecipientName, payout.RecipientName)
        .And(Fields.RecipientKbe, payout.RecipientKbe)
        .And(Fields.PurposeCode, payout.PurposeCode)
        .And(Fields.BankBik, payout.BankBik)
        .And(Fields.PostLink, payout.PostLink)
        .And(Fields.Description, payout.Description)
        .And(Fields.Currency, payout.Currency)
        .And(Fields.UserId, payout.UserId)
        .And(Fields.IdempotencyKey, payout.IdempotencyKey)
        .All;
}
