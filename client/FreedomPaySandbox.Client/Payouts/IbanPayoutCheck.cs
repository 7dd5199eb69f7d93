using System.Text.RegularExpressions;

namespace FreedomPaySandbox.Client;

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
