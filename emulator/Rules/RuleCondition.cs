namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>When a rule applies: what a call must be like, and which of those calls. What is missing is not asked for.</summary>
internal sealed record RuleCondition
{
    /// <summary>Stands for calls of every kind.</summary>
    public const string AnyOperation = "*";

    /// <summary>Which method, or <see cref="AnyOperation"/>; those that make payouts when left out, so that inquiries are not counted among them.</summary>
    public string? Operation { get; init; }

    public CardPattern? Card { get; init; }

    public AmountRange? Amount { get; init; }

    public OrderPattern? OrderId { get; init; }

    public string? Currency { get; init; }

    public RuleTurn Turn { get; init; }

    /// <summary>Whether the rule is about the call; a call that lacks what is asked for is not meant.</summary>
    public bool Fits(RuledCall call) =>
        (Operation is null ? call.IsPayout : Operation == AnyOperation || string.Equals(Operation, call.Operation, StringComparison.Ordinal))
        && (Card is null || (call.Card is { } card && Card.Fits(card)))
        && (Amount is null || (call.Amount is { } amount && Amount.Fits(amount)))
        && (OrderId is null || (call.OrderId is { } orderId && OrderId.Fits(orderId)))
        && (Currency is null || string.Equals(Currency, call.Currency, StringComparison.Ordinal));
}
