using System.Text.Json;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>Reads what stands under <c>when</c>.</summary>
internal sealed class ConditionReader(IReadOnlyCollection<string> operations)
{
    /// <summary>More calls than any merchant will make.</summary>
    private const long MostCalls = 1_000_000_000;

    public static IReadOnlyList<string> Known { get; } =
        ["operation", "card", "amount", "orderId", "currency", "first", "every", "probability"];

    public RuleCondition Read(RulePlace when)
    {
        var members = when.Members(Known);
        return new RuleCondition
        {
            Operation = members.TryGetValue("operation", out var operation) ? operation.Choice("an operation", [.. operations, RuleCondition.AnyOperation]) : null,
            Card = members.TryGetValue("card", out var card) ? Card(card) : null,
            Amount = members.TryGetValue("amount", out var amount) ? Range(amount) : null,
            OrderId = members.TryGetValue("orderId", out var orderId) ? Order(orderId) : null,
            Currency = members.TryGetValue("currency", out var currency) ? currency.Choice("a currency", Currencies.Known) : null,
            Turn = new RuleTurn(
                members.TryGetValue("first", out var first) ? first.Whole(1, MostCalls) : null,
                members.TryGetValue("every", out var every) ? every.Whole(1, MostCalls) : null,
                members.TryGetValue("probability", out var probability) ? Probability(probability) : null),
        };
    }

    // None of the problems quotes: what stands there may be a card number.
    private static CardPattern? Card(RulePlace card)
    {
        if (card.IsText && CardPattern.TryParse(card.Json.GetString()!) is { } pattern)
            return pattern;
        card.Refuse(
            "expected a card number of 13 to 20 digits, a mask such as 467159-XX-XXXX-8252, or as text at most 6 first digits, "
            + "an asterisk, and at most 4 last ones, such as 4671*8252, 4671* or *8252.");
        return null;
    }

    private static AmountRange? Range(RulePlace amount)
    {
        if (!amount.IsObject)
            return Amount(amount) is { } exact ? AmountRange.Exactly(exact) : null;

        var members = amount.Members(["from", "to"]);
        if (members.Count == 0)
        {
            amount.Refuse("has neither from nor to. Give one, or leave amount out.");
            return null;
        }

        var range = new AmountRange(
            members.TryGetValue("from", out var from) ? Amount(from) : null,
            members.TryGetValue("to", out var to) ? Amount(to) : null);
        if (range.From > range.To)
            amount.Refuse("from is more than to, so no amount fits. Exchange them.");
        return range;
    }

    private static Amount? Amount(RulePlace amount)
    {
        var text = amount.Json.ValueKind switch
        {
            JsonValueKind.String => amount.Json.GetString(),
            JsonValueKind.Number => amount.Json.GetRawText(),
            _ => null,
        };
        if (Protocol.Amount.TryParse(text, out var read) && read <= Protocol.Amount.MaxPayout)
            return read;
        amount.Refuse($"expected an amount from 0 to {Protocol.Amount.MaxPayout}, with at most two decimals, such as 100 or 100.50.");
        return null;
    }

    private static OrderPattern? Order(RulePlace orderId)
    {
        if (orderId.Text($"a text of 1 to {OrderPattern.MaxLength} characters", OrderPattern.MaxLength) is not { } text)
            return null;
        if (Secrets.OrderId.HoldsCard(text, card: null))
        {
            orderId.Refuse("holds the number of a test card. Order ids that hold one are refused anyway; leave it out.");
            return null;
        }

        // Slashes and flags are how other languages write it; as a glob it would fit no order id.
        if (text.StartsWith('/') && text.LastIndexOf('/') is > 0 and var end && end < text.Length - 1 && text[(end + 1)..].All(char.IsAsciiLetter) && text.Length - end <= 4)
        {
            orderId.Refuse("is a glob, not a regular expression: flags behind the last slash are not known. Write /(?i)^salary-/ for a regular expression, or salary-* for a glob.");
            return null;
        }

        var pattern = OrderPattern.TryParse(text);
        if (pattern is null)
        {
            orderId.Refuse(
                "is no regular expression that can be matched in one pass. Check its brackets; look-around, references back and "
                + "large repetitions are not possible.");
        }

        return pattern;
    }

    private static double? Probability(RulePlace probability)
    {
        if (probability.Json.ValueKind == JsonValueKind.Number && probability.Json.TryGetDouble(out var share) && share is >= 0 and <= 1)
            return share;
        probability.Refuse("expected a number from 0 (never) to 1 (always), such as 0.1.");
        return null;
    }
}
