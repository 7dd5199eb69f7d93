using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>A card that can be paid to by its token (M-7, M-9). Its number is not kept.</summary>
/// <param name="Token">The token, a UUID.</param>
/// <param name="UserId">Whose card it is, in the merchant's words.</param>
/// <param name="Trace">What remains of its number.</param>
/// <param name="Digits">How many digits the number has.</param>
internal sealed record SavedCard(string Token, string UserId, MaskedRecipient Trace, int Digits)
{
    /// <summary>
    /// A number by which rules know the card: the published one with its ends and length, or else one that nobody has, with a right
    /// check digit.
    /// </summary>
    public string NumberForRules => Published() ?? StandIn();

    private string? Published() => TestCard.All.Select(card => card.Number).Concat(TestCard.PaymentCards)
        .FirstOrDefault(number => number.Length == Digits && string.Equals(CardNumber.Mask(number), Trace.Mask, StringComparison.Ordinal));

    private string StandIn()
    {
        var (first, last) = (Trace.Mask[..6], Trace.Mask[^4..]);
        var zeros = new string('0', Digits - 11);
        return Enumerable.Range(0, 10).Select(digit => $"{first}{digit}{zeros}{last}").First(number => CardNumber.PassesLuhn(number));
    }
}
