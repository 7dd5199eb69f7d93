using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>What rules look at in a call; what was missing or malformed is none.</summary>
/// <param name="Operation">The script that was called, such as <c>p2p2nonreg</c>.</param>
/// <param name="Card">The number of the card that a payout goes to; a stand-in for a saved card, whose number nobody keeps.</param>
/// <param name="Amount">The amount asked for.</param>
/// <param name="OrderId">The merchant's own name for the payout.</param>
/// <param name="Currency">The currency, the merchant's where the call names none.</param>
internal sealed record RuledCall(string Operation, string? Card, Amount? Amount, string? OrderId, string? Currency)
{
    /// <summary>Whether it asks for a payout.</summary>
    public bool IsPayout => OperationNames.Payouts.Contains(Operation, StringComparer.Ordinal);

    public static RuledCall From(string operation, string? card, Parameters fields, Merchant merchant) => new(
        operation,
        card is not null && CardNumber.IsWellFormed(card) ? card : null,
        Protocol.Amount.TryParse(Single(fields, Fields.Amount), out var amount) ? amount : null,
        Single(fields, Fields.OrderId) is { } orderId && TextLength.IsAtMost(orderId, Secrets.OrderId.MaxLength) ? orderId : null,
        GetCurrency(fields, merchant));

    /// <summary>Never with the card number, which belongs in no log.</summary>
    public override string ToString() => $"{Operation} of {Amount} {Currency} under {OrderId}";

    private static string? GetCurrency(Parameters fields, Merchant merchant)
    {
        if (fields.GetCount(Fields.Currency) == 0 || fields[Fields.Currency] is "")
            return merchant.Currency;
        return Single(fields, Fields.Currency) is { } text && Currencies.Knows(text) ? text : null;
    }

    private static string? Single(Parameters fields, string name) =>
        fields.GetCount(name) == 1 && fields[name] is { Length: > 0 } text ? text : null;
}
