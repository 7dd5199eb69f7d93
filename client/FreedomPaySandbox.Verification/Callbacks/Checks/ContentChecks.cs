using FreedomPaySandbox.Protocol;
using static FreedomPaySandbox.Verification.Callbacks.CheckStep;

namespace FreedomPaySandbox.Verification.Callbacks.Checks;

/// <summary>What callbacks may say.</summary>
internal static class ContentChecks
{
    // Longer than 32 bits hold; the gateway's numbers have ten digits.
    private const string LongPaymentId = "9876543210";
    private const string LongBalance = "99999999999.99";
    private const string Cyrillic = "Отказ банка-эмитента «Ñ»: 50% + комиссия; счёт № 1 & 2 = 3 <ё> \"ұ\"";

    private static readonly string s_longSalt = new('s', 255);
    private static readonly string s_longText = string.Concat(Enumerable.Repeat("Операция отклонена банком. ", 20));

    public static IReadOnlyList<CallbackCheck> All { get; } =
    [
        new(
            "ok",
            "A success is taken, and the order paid",
            "Without it no order of yours is ever paid.",
            "Answer 200 to a rightly signed callback once it is stored. If it is turned down, `sign` shows the text that is signed; the script name is the last segment of your own path.",
            orders => Paid(orders, (all, order) => all.Ok(order))),
        new(
            "error",
            "A failure is taken, and the order not paid",
            "A failed payout that counts as paid is money somebody never gets; one that is answered with an error comes again for two hours.",
            "Read pg_status, and nothing else: ok is a success and error a failure. Answer 200 to both.",
            orders => NotPaid(orders, (all, order) => all.Error(order))),
        new(
            "unknown-field",
            "A field that you do not know is passed over, and signed",
            "The gateway adds fields when it likes, and all of them are in the signature.",
            "Sign all fields that came, pg_sig left out, not a list of those you know; bind none strictly.",
            orders => Paid(orders, (all, order) => all.With(all.Ok(order), "pg_new_field", "something new"))),
        new(
            "no-card-hash",
            "A success without pg_card_hash is taken",
            "Payouts to an IBAN went to no card, and their callbacks have no pg_card_hash.",
            "Treat pg_card_hash as optional, in the code and in the database.",
            orders => Paid(orders, (all, order) => all.Without(all.Ok(order), Fields.CardHash))),
        new(
            "cyrillic",
            "Cyrillic and special characters are read as UTF-8",
            "Error texts are in Russian: read in another encoding, the signature never fits and the failure is never known.",
            "Decode the form as UTF-8, once, and sign the decoded values.",
            orders => NotPaid(orders, (all, order) => all.With(all.Error(order), Fields.ErrorDescription, Cyrillic))),
        new(
            "long-text",
            "A long error text is taken",
            "A column that is too short makes a 500 of every attempt, and the failure is never known.",
            "Cut pg_error_description where you store it, or give it room, and sign it whole.",
            orders => NotPaid(orders, (all, order) => all.With(all.Error(order), Fields.ErrorDescription, s_longText))),
        new(
            "long-values",
            "A payment id beyond 32 bits, a large balance and a long salt are taken",
            "Payment ids have ten digits and grow: a 32-bit number overflows, and callbacks are lost from one day to the next.",
            "Keep pg_payment_id as a 64-bit number or a text, amounts as decimals, and do not limit pg_salt.",
            orders => Paid(orders, (all, order) =>
                all.With(all.With(all.HasPayout(order) ? all.Ok(order) : all.With(all.Ok(order), Fields.PaymentId, LongPaymentId), Fields.Balance, LongBalance), Fields.Salt, s_longSalt))),
    ];

    private static CheckStep[] Paid(VerifyOrders orders, Func<VerifyOrders, VerifyOrder, Parameters> callback)
    {
        var order = orders.New();
        return [new Tell(order), new Send(ExpectedReply.Taken, callback(orders, order)), new Look(order, ExpectedState.PaidOnce)];
    }

    private static CheckStep[] NotPaid(VerifyOrders orders, Func<VerifyOrders, VerifyOrder, Parameters> callback)
    {
        var order = orders.New();
        return [new Tell(order), new Send(ExpectedReply.Taken, callback(orders, order)), new Look(order, ExpectedState.NotPaid)];
    }
}
