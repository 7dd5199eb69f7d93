using System.Globalization;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>The answer to an accepted payout, a pure function of what was stored: asked again, it is the same (E-10).</summary>
internal static class PayoutAnswer
{
    public static GatewayAnswer Accepted(Payout payout, Merchant merchant, string page, AnswerSigning signing)
    {
        var fields = payout.Method switch
        {
            PayoutMethod.ToCard => ToCard(payout, merchant, signing),
            PayoutMethod.ToToken => ToToken(payout, merchant, signing),
            _ => ToAccount(payout, merchant, page, signing),
        };
        return new GatewayAnswer(fields, payout.WasInProcess ? "process" : "ok") { PaymentId = payout.PaymentId };
    }

    /// <summary>P-1, C-3.</summary>
    private static Parameters ToCard(Payout payout, Merchant merchant, AnswerSigning signing)
    {
        var fields = Ids(payout);
        fields.Add(Fields.OrderId, payout.OrderId);
        AddStatus(fields, payout, merchant);
        fields.Add(Fields.Balance, payout.BalanceAfter.ToString());
        var date = AddPayment(fields, payout);
        if (!payout.WasInProcess)
            fields.Add(Fields.Reference, payout.Reference);
        signing.Sign(fields, new Parameter(Fields.DateTime, date));
        return fields;
    }

    /// <summary>M-1; the older method adds a page (M-10).</summary>
    private static Parameters ToAccount(Payout payout, Merchant merchant, string page, AnswerSigning signing)
    {
        var fields = Ids(payout);
        AddStatus(fields, payout, merchant);
        fields.Add(Fields.OrderId, payout.OrderId);
        var date = AddPayment(fields, payout);
        if (payout.Method == PayoutMethod.OlderToIban)
            fields.Add(Fields.RedirectUrl, page);
        signing.Sign(fields, new Parameter(Fields.DateTime, date));
        return fields;
    }

    /// <summary>M-7.</summary>
    private static Parameters ToToken(Payout payout, Merchant merchant, AnswerSigning signing)
    {
        var fields = Ids(payout);
        AddStatus(fields, payout, merchant);
        fields.Add(Fields.OrderId, payout.OrderId);
        fields.Add(Fields.Balance, payout.BalanceAfter.ToString());
        fields.Add(Fields.CardHash, payout.CardMask!);
        fields.Add(Fields.CardToken, payout.CardToken!);
        AddPayment(fields, payout);
        signing.Sign(fields);
        return fields;
    }

    private static Parameters Ids(Payout payout) => new()
    {
        { Fields.PaymentId, payout.PaymentId.ToString(CultureInfo.InvariantCulture) },
        { Fields.MerchantId, payout.MerchantId.ToString(CultureInfo.InvariantCulture) },
    };

    /// <returns>The date, which is that of the answer, too.</returns>
    private static string AddPayment(Parameters fields, Payout payout)
    {
        var date = WireDate.Iso(payout.CreatedAt);
        fields.Add(Fields.PaymentAmount, payout.AmountText);
        fields.Add(Fields.PaymentDate, date);
        return date;
    }

    private static void AddStatus(Parameters fields, Payout payout, Merchant merchant)
    {
        if (payout.WasInProcess && merchant.Switches.ProcessAnswer == ProcessAnswer.OkWithPaymentStatus)
        {
            fields.Add(Fields.Status, "ok");
            fields.Add(Fields.PaymentStatus, "process");
        }
        else
        {
            fields.Add(Fields.Status, payout.WasInProcess ? "process" : "ok");
        }
    }
}

/// <summary>
/// The answer that says where to send a recipient who is to type a card (M-8, M-9). The same whatever came of it since (E-10).
/// </summary>
internal static class RedirectAnswer
{
    public static GatewayAnswer Create(Payout payout, string page, AnswerSigning signing)
    {
        var fields = new Parameters
        {
            { Fields.Status, "ok" },
            { Fields.PaymentId, payout.PaymentId.ToString(CultureInfo.InvariantCulture) },
            { Fields.RedirectUrl, page },
        };
        signing.Sign(fields);
        return new GatewayAnswer(fields, "page") { PaymentId = payout.PaymentId };
    }
}
