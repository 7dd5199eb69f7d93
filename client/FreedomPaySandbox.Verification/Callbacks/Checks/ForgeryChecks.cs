using System.Globalization;
using FreedomPaySandbox.Protocol;
using static FreedomPaySandbox.Verification.Callbacks.CheckStep;

namespace FreedomPaySandbox.Verification.Callbacks.Checks;

/// <summary>Callbacks that are not to be believed.</summary>
internal static class ForgeryChecks
{
    private const string OtherSecret = "not the secret of this merchant";
    private const string Anybody = "Your callback address is no secret: anybody who knows it could have orders counted as paid.";

    public static IReadOnlyList<CallbackCheck> All { get; } =
    [
        new(
            "wrong-signature",
            "A wrong signature is not believed",
            Anybody,
            "Compute pg_sig over all fields that came and compare it with the one received, before anything else; answer 400 when it differs.",
            orders => Forged(orders, (all, order) => TamperedFields.WithWrongSignature(all.Ok(order)))),
        new(
            "no-signature",
            "A callback without pg_sig is not believed",
            Anybody,
            "Turn down a callback that has no pg_sig: a check that is made only where there is one is none.",
            orders => Forged(orders, (all, order) => VerifyOrders.Unsigned(all.Ok(order)))),
        new(
            "other-secret",
            "A signature by another secret is not believed",
            Anybody,
            "Check with the payout secret of this merchant only; take secrets of tests out of production.",
            orders => Forged(orders, (all, order) => all.SignedWith(OtherSecret, all.Ok(order)))),
        new(
            "tampered-amount",
            "An amount that was changed after signing is not believed",
            "Who changes a callback on its way decides how much was paid.",
            "Let pg_payment_amount and pg_to_pay into the signed text, as all fields.",
            orders => Forged(orders, (all, order) => TamperedFields.With(all.Ok(order), Fields.PaymentAmount, _ => Tenfold(order)))),
        new(
            "other-merchant",
            "A callback about another merchant is not believed",
            "Two merchants of one company often share a secret: orders of one would be paid by the callbacks of the other.",
            "Compare pg_merchant_id with your own.",
            orders => Forged(orders, (all, order) =>
                all.With(all.Ok(order), Fields.MerchantId, (all.Target.MerchantId + 1).ToString(CultureInfo.InvariantCulture)))),
        new(
            "other-amount",
            "An amount other than the order's does not pay it",
            "The signature covers values and not their names, and systems mix up ids: what pays an order is its own amount.",
            "Compare pg_payment_amount with what was ordered, and let people look at an order where it differs.",
            orders => Forged(orders, (all, order) =>
                all.With(all.With(all.Ok(order), Fields.PaymentAmount, Tenfold(order)), Fields.ToPay, Tenfold(order))))
        {
            Need = CheckNeed.OrderSetup,
        },
    ];

    private static string Tenfold(VerifyOrder order) => new Amount(order.Amount.Minor * 10).ToFixed();

    private static CheckStep[] Forged(VerifyOrders orders, Func<VerifyOrders, VerifyOrder, Parameters> callback)
    {
        var order = orders.New();
        return [new Tell(order), new Send(ExpectedReply.Refused, callback(orders, order)), new Look(order, ExpectedState.NotPaid)];
    }
}
