using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signatures.Mistakes;

/// <summary>The fields that the documentation names for an operation (docs/protocol.md, sections 3, 5 and 6).</summary>
internal sealed record DocumentedFields(IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    private static readonly string[] s_always = [Fields.MerchantId, Fields.Salt];

    private static readonly DocumentedFields s_toCard = new(
        [.. s_always, Fields.OrderId, Fields.Amount, Fields.PaymentTo, Fields.Description, Fields.PostLink],
        [Fields.UserId, Fields.CardName, Fields.Currency, Fields.IdempotencyKey]);

    private static readonly DocumentedFields s_toIban = new(
        [.. s_always, Fields.OrderId, Fields.Amount, Fields.RecipientIban, Fields.RecipientIin, Fields.RecipientName, Fields.RecipientKbe, Fields.PurposeCode, Fields.BankBik, Fields.PostLink],
        [Fields.Description, Fields.IdempotencyKey]);

    private static readonly DocumentedFields s_olderToIban = new(
        [.. s_always, Fields.OrderId, Fields.Amount, Fields.Description, Fields.UserId, Fields.RecipientBankBic, Fields.RecipientIban, Fields.RecipientIinOrBin, Fields.RecipientName],
        [Fields.PostLink, Fields.IdempotencyKey]);

    private static readonly DocumentedFields s_toToken = new(
        [.. s_always, Fields.OrderId, Fields.Amount, Fields.Description, Fields.OrderTimeLimit, Fields.UserId, Fields.PostLink, Fields.CardTokenTo],
        [Fields.CardIdTo, Fields.IdempotencyKey]);

    private static readonly DocumentedFields s_byPage = new(
        [.. s_always, Fields.OrderId, Fields.Amount, Fields.Description, Fields.OrderTimeLimit, Fields.BackLink, Fields.PostLink],
        [Fields.PaymentRoute, Fields.UserId, Fields.UserEmail, Fields.IdempotencyKey]);

    private static readonly DocumentedFields s_cardSaving = new([.. s_always, Fields.UserId, Fields.PostLink, Fields.BackLink], []);

    private static readonly DocumentedFields s_balance = new(s_always, [Fields.Currency]);

    private static readonly DocumentedFields s_status = new(s_always, [Fields.OrderId, Fields.PaymentId]);

    private static readonly DocumentedFields s_none = new([], []);

    public IEnumerable<string> All => Required.Concat(Optional);

    public static DocumentedFields Find(string script) => script switch
    {
        "p2p2nonreg" => s_toCard,
        "to_iban" => s_toIban,
        "iban_payout" => s_olderToIban,
        "reg2reg" => s_toToken,
        "reg2nonreg" => s_byPage,
        "add" => s_cardSaving,
        "balance_status" => s_balance,
        "payout_status" or "payout_status2" or "payment_status" or "payment_status2" or "get_status2.php" => s_status,
        _ => s_none,
    };
}
