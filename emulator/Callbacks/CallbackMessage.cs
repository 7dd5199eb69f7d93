using System.Globalization;
using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>What a callback says (N-2, N-3, N-8) and how it is signed (N-4, S-10). Pure.</summary>
internal static class CallbackMessage
{
    private const long FarFromPaymentIds = 4_000_000_000;

    /// <summary>The message, or what a twist makes of it: some lie before they are signed, others are changed after.</summary>
    public static Parameters Build(Payout payout, Merchant merchant, Amount balance, string salt, Tampering tampering = Tampering.None) => tampering switch
    {
        Tampering.TamperedAmount => Tenfold(Signed(payout, merchant, balance, salt), payout),
        Tampering.WrongSignature => TamperedFields.WithWrongSignature(Signed(payout, merchant, balance, salt)),
        Tampering.UnknownOrder => Signed(BuildForUnknownOrder(payout), merchant, balance, salt),
        Tampering.ErrorAfterOk => Signed(payout with { ErrorCode = GatewayError.AskYourBank }, merchant, balance, salt),
        _ => Signed(payout, merchant, balance, salt),
    };

    public static string Script(Payout payout, Merchant merchant) =>
        ScriptName.ForCallback(payout.PostLink!, merchant.Switches.CallbackScriptName);

    private static Parameters Signed(Payout payout, Merchant merchant, Amount balance, string salt)
    {
        var savesCard = payout.Method == PayoutMethod.CardSaving;
        var fields = savesCard ? OfSavedCard(payout) : OfPayout(payout, merchant, balance);
        fields.Add(Fields.Salt, salt);
        fields.Add(Fields.Signature, Signature.Compute(
            Script(payout, merchant), fields, merchant.Secrets.For(savesCard ? SecretKind.Receive : SecretKind.Payout)));
        return fields;
    }

    // M-9: not documented, so what the vendor's other saved cards are called back with.
    private static Parameters OfSavedCard(Payout saved) => new()
    {
        { Fields.PaymentId, saved.PaymentId.ToString(CultureInfo.InvariantCulture) },
        { Fields.MerchantId, saved.MerchantId.ToString(CultureInfo.InvariantCulture) },
        { Fields.UserId, saved.UserId! },
        { Fields.Status, "ok" },
        { Fields.CardHash, saved.CardMask! },
        { Fields.CardToken, saved.CardToken! },
    };

    private static Parameters OfPayout(Payout payout, Merchant merchant, Amount balance) => new PayoutCallback
    {
        PaymentId = payout.PaymentId,
        OrderId = payout.OrderId,
        CardMask = payout.CardMask,
        Balance = balance,
        Amount = payout.Amount,
        ToPay = payout.ToPay,
        MerchantId = payout.MerchantId,
        CreatedAt = payout.CreatedAt,
        UtcOffset = merchant.UtcOffset,
        ErrorCode = payout.ErrorCode,
    }.ToFields();

    private static Payout BuildForUnknownOrder(Payout payout) => payout with
    {
        OrderId = $"unknown-{payout.Reference[..12]}",
        PaymentId = payout.PaymentId + FarFromPaymentIds,
    };

    private static Parameters Tenfold(Parameters fields, Payout payout)
    {
        fields = TamperedFields.With(fields, Fields.PaymentAmount, _ => new Amount(payout.Amount.Minor * 10).ToFixed());
        return TamperedFields.With(fields, Fields.ToPay, _ => new Amount(payout.ToPay.Minor * 10).ToFixed());
    }
}
