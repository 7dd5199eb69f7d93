using System.Globalization;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>What each of the status methods says of a payout at a moment, but for salt and signature. Pure.</summary>
internal static class StatusAnswer
{
    /// <summary><c>payout_status2</c> (M-3).</summary>
    public static Parameters Second(Payout payout, DateTimeOffset now, TimeSpan utcOffset) => OfGateway(payout, now, tellsNet: true);

    /// <summary><c>payout_status</c> (M-4).</summary>
    public static Parameters First(Payout payout, DateTimeOffset now, TimeSpan utcOffset) => OfGateway(payout, now, tellsNet: false);

    /// <summary><c>payment_status2</c> (M-5).</summary>
    public static Parameters SecondOfApi(Payout payout, DateTimeOffset now, TimeSpan utcOffset) => OfApi(payout, now, "ok");

    /// <summary><c>payment_status</c>, whose status is that of the payout (M-5, M-10).</summary>
    public static Parameters FirstOfApi(Payout payout, DateTimeOffset now, TimeSpan utcOffset) =>
        OfApi(payout, now, StatusWords.TransactionStatus(payout.StatusAt(now)));

    /// <summary><c>get_status2.php</c> (M-6).</summary>
    public static Parameters ByOrder(Payout payout, DateTimeOffset now, TimeSpan utcOffset)
    {
        var status = payout.StatusAt(now);
        var waits = payout.Waits && status == PayoutStatus.Process;
        var fields = new Parameters
        {
            { Fields.Status, "ok" },
            { Fields.PaymentId, Text(payout.PaymentId) },
            { Fields.TransactionStatus, waits ? "partial" : StatusWords.TransactionStatus(status) },
            { Fields.CanReject, "0" },
            { Fields.TestingMode, "1" },
            { Fields.Captured, status == PayoutStatus.Ok ? "1" : "0" },
            { Fields.CreateDate, WireDate.Local(payout.CreatedAt, utcOffset) },
        };
        AddFailure(fields, payout, now);
        return fields;
    }

    private static Parameters OfGateway(Payout payout, DateTimeOffset now, bool tellsNet)
    {
        var fields = new Parameters
        {
            { Fields.MerchantId, Text(payout.MerchantId) },
            { Fields.PaymentId, Text(payout.PaymentId) },
            { Fields.Status, "ok" },
            { Fields.PaymentStatus, StatusWords.PaymentStatus(payout.StatusAt(now)) },
            { Fields.OrderId, payout.OrderId },
            { Fields.Amount, payout.Amount.ToFixed() },
        };
        if (tellsNet)
            fields.Add(Fields.NetAmount, payout.Amount.ToFixed());
        AddFailure(fields, payout, now);
        fields.Add(Fields.DateTime, WireDate.Iso(now));
        return fields;
    }

    private static Parameters OfApi(Payout payout, DateTimeOffset now, string status)
    {
        var fields = new Parameters
        {
            { Fields.PaymentId, Text(payout.PaymentId) },
            { Fields.MerchantId, Text(payout.MerchantId) },
            { Fields.Status, status },
            { Fields.PaymentStatus, StatusWords.PaymentStatus(payout.StatusAt(now)) },
            { Fields.OrderId, payout.OrderId },
        };
        AddFailure(fields, payout, now);
        return fields;
    }

    // Not pg_error_code: the official SDK takes any for a failure of the call (P-2).
    private static void AddFailure(Parameters fields, Payout payout, DateTimeOffset now)
    {
        if (payout.StatusAt(now) != PayoutStatus.Error)
            return;
        fields.Add(Fields.FailureCode, payout.ErrorCode!.Value.ToString(CultureInfo.InvariantCulture));
        fields.Add(Fields.FailureDescription, GatewayError.Get(payout.ErrorCode.Value).Description);
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
