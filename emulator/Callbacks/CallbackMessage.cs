using System.Globalization;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>What a callback says (N-2, N-3, N-8) and how it is signed (N-4, S-10). Pure.</summary>
internal static class CallbackMessage
{
    private const long FarFromPaymentIds = 4_000_000_000;

    /// <summary>The message, or what a twist makes of it: some lie before they are signed, others are changed after.</summary>
    public static Parameters Of(Payout payout, Merchant merchant, Amount balance, string salt, Twist twist = Twist.None) => twist switch
    {
        Twist.TamperedAmount => Tenfold(Signed(payout, merchant, balance, salt), payout),
        Twist.WrongSignature => TwistedFields.WithWrongSignature(Signed(payout, merchant, balance, salt)),
        Twist.UnknownOrder => Signed(OfNobody(payout), merchant, balance, salt),
        Twist.ErrorAfterOk => Signed(payout with { ErrorCode = GatewayError.AskYourBank }, merchant, balance, salt),
        _ => Signed(payout, merchant, balance, salt),
    };

    public static string Script(Payout payout, Merchant merchant) =>
        ScriptName.OfCallback(payout.PostLink, merchant.Switches.CallbackScriptName);

    private static Parameters Signed(Payout payout, Merchant merchant, Amount balance, string salt)
    {
        var fields = new Parameters
        {
            { Fields.PaymentId, payout.PaymentId.ToString(CultureInfo.InvariantCulture) },
            { Fields.OrderId, payout.OrderId },
            { Fields.CardHash, payout.CardMask },
            { Fields.Status, payout.ErrorCode is null ? "ok" : "error" },
            { Fields.Balance, balance.ToString() },
            { Fields.PaymentAmount, payout.Amount.ToFixed() },
            { Fields.ToPay, payout.ToPay.ToFixed() },
            { Fields.MerchantId, payout.MerchantId.ToString(CultureInfo.InvariantCulture) },
            { Fields.PaymentDate, WireDate.Local(payout.CreatedAt, merchant.UtcOffset) },
        };
        if (payout.ErrorCode is { } code)
        {
            fields.Add(Fields.ErrorCode, code.ToString(CultureInfo.InvariantCulture));
            fields.Add(Fields.ErrorDescription, GatewayError.Of(code).Description);
        }

        fields.Add(Fields.Salt, salt);
        fields.Add(Fields.Signature, Signature.Compute(Script(payout, merchant), fields, merchant.Secrets.Payout));
        return fields;
    }

    private static Payout OfNobody(Payout payout) => payout with
    {
        OrderId = $"unknown-{payout.Reference[..12]}",
        PaymentId = payout.PaymentId + FarFromPaymentIds,
    };

    private static Parameters Tenfold(Parameters fields, Payout payout)
    {
        fields = TwistedFields.With(fields, Fields.PaymentAmount, _ => new Amount(payout.Amount.Minor * 10).ToFixed());
        return TwistedFields.With(fields, Fields.ToPay, _ => new Amount(payout.ToPay.Minor * 10).ToFixed());
    }
}
