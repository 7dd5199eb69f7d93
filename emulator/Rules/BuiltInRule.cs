using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>
/// A rule that every merchant has behind its own: the published test cards (C-1), then a wrong check digit, then the merchant's
/// word on all other cards (C-2).
/// </summary>
/// <param name="Position">Which of <see cref="All"/> it is, from 0.</param>
/// <param name="Name">What it is called where rules are shown.</param>
/// <param name="Condition">What it asks of a card, as a member of <c>when</c>: its name and text.</param>
/// <param name="Fits">Whether it is about that card.</param>
/// <param name="Outcome">What becomes of the payout.</param>
internal sealed record BuiltInRule(
    int Position, string Name, (string Member, string Text) Condition, Predicate<string> Fits, Func<Merchant, Outcome> Outcome)
{
    /// <summary>In order; the last one fits every card.</summary>
    public static IReadOnlyList<BuiltInRule> All { get; } = [.. TestCard.All.Select(OfTestCard), WrongCheckDigit, AnyOtherCard];

    private static BuiltInRule WrongCheckDigit => new(
        TestCard.All.Count,
        "wrong check digit",
        ("checkDigit", "wrong"),
        card => !CardNumber.PassesLuhn(card),
        _ => new Outcome(GatewayError.WrongCardNumber, InProcess: false));

    private static BuiltInRule AnyOtherCard => new(
        TestCard.All.Count + 1,
        "any other card",
        ("card", CardPattern.Any.ToString()),
        _ => true,
        merchant => merchant.Switches.UnknownCards == UnknownCards.Succeed
            ? Rules.Outcome.Success
            : new Outcome(GatewayError.UnknownFault, InProcess: false));

    /// <summary>The rule that decides on a card.</summary>
    public static BuiltInRule For(string card)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i].Fits(card))
                return All[i];
        }

        throw new InvalidOperationException("The last of the built-in rules fits every card.");
    }

    /// <summary>Without what it compares with.</summary>
    public override string ToString() => Name;

    private static BuiltInRule OfTestCard(TestCard known, int position) => new(
        position,
        $"test card {CardNumber.Mask(known.Number)}",
        ("card", known.Number),
        card => string.Equals(card, known.Number, StringComparison.Ordinal),
        _ => new Outcome(known.ErrorCode, known.InProcess));
}
