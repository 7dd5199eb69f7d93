using System.Text.RegularExpressions;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>Takes card numbers and the secret out of fields that are shown. Published test cards belong to nobody and stay.</summary>
internal static partial class SignMask
{
    // The vendor's documented example of a payout request uses it, though it is on no list of test cards.
    private const string DocumentedCard = "4405645000006150";

    public static Parameters HideCards(Parameters fields)
    {
        // The merchant's own word stays, whatever its digits look like.
        var order = OrderId.AsSent(fields[Fields.OrderId], fields[Fields.PaymentTo]);
        return Map(fields, field =>
        {
            var isCard = string.Equals(field.Name, Fields.PaymentTo, StringComparison.Ordinal);
            return CardLike().Replace(field.Value, match => order?.Contains(match.Value, StringComparison.Ordinal) == true ? match.Value : HideCard(match.Value, isCard));
        });
    }

    public static Parameters HideSecret(Parameters fields, SignSecret secret) =>
        Map(fields, field => string.Equals(field.Value, secret.Text, StringComparison.Ordinal) ? secret.Shown : field.Value);

    private static Parameters Map(Parameters fields, Func<Parameter, string> show) => new(fields.Select(field => field.Children is { } children
        ? new Parameter(field.Name, Map(children, show))
        : new Parameter(field.Name, show(field))));

    // By chance one long number in ten passes for a card's; what is paid to is one for certain.
    private static string HideCard(string run, bool isCard)
    {
        var digits = string.Concat(run.Where(char.IsAsciiDigit));
        return IsPublished(digits) || !(isCard || CardNumber.PassesLuhn(digits)) ? run : CardNumber.Mask(digits);
    }

    private static bool IsPublished(string digits) =>
        TestCard.Find(digits) is not null || TestCard.PaymentCards.Contains(digits, StringComparer.Ordinal) || digits is DocumentedCard;

    [GeneratedRegex("(?<![0-9])[0-9](?:[ -]?[0-9]){12,19}(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CardLike();
}
