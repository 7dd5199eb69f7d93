using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Yardstick;

/// <summary>
/// Payouts with order ids of their own, signed beforehand so that the generator of the load has nothing to compute: one form a line.
/// </summary>
internal static class SignedOrders
{
    private const string Script = "p2p2nonreg", Secret = "sandbox-payout-secret", Card = "4671593866478252";

    public static int Write(Stream target, long first, int count, string postLink, string merchant)
    {
        using var lines = new StreamWriter(target, bufferSize: 1 << 20);
        for (var order = first; order < first + count; order++)
        {
            lines.Write(Payout(order.ToString(CultureInfo.InvariantCulture), order, postLink, merchant));
            lines.Write('\n');
        }

        return 0;
    }

    /// <summary>One payout, as a form.</summary>
    public static string Payout(string id, long number, string postLink, string merchant) => FormMessage.Write(Signed(Script, new Parameters
    {
        { Fields.MerchantId, merchant },
        { Fields.OrderId, id },
        { Fields.Amount, (100 + number % 900).ToString(CultureInfo.InvariantCulture) },
        { Fields.PaymentTo, Card },
        { Fields.Description, "Salary for November" },
        { Fields.PostLink, postLink },
        { Fields.Salt, number.ToString("x16", CultureInfo.InvariantCulture) },
        { Fields.Currency, "KZT" },
    }));

    /// <summary>Asks how far the payout of an order is.</summary>
    public static int WriteInquiry(TextWriter target, string order)
    {
        target.Write(FormMessage.Write(Signed("payout_status2", new Parameters
        {
            { Fields.MerchantId, "9970" },
            { Fields.OrderId, order },
            { Fields.Salt, "yardstick" },
        })));
        return 0;
    }

    public static Parameters Signed(string script, Parameters fields)
    {
        fields.Add(Fields.Signature, Signature.Compute(script, fields, Secret));
        return fields;
    }
}
