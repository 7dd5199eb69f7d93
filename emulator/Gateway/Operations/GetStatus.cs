using System.Globalization;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway.Operations;

/// <summary>The status of a payout (M-3 to M-6, M-10): five methods that ask the same, each with an answer of its own.</summary>
internal sealed class GetStatus(SandboxStore store) : IGatewayMethod
{
    public IReadOnlyList<GatewayOperation> Operations =>
    [
        GatewayOperation.Gateway("payout_status2", Handler(StatusQuestion.ByEither, StatusAnswer.Second)),
        GatewayOperation.Gateway("payout_status", Handler(StatusQuestion.ByEither, StatusAnswer.First)),
        GatewayOperation.Api("payment_status2", Handler(StatusQuestion.ByOrder, StatusAnswer.SecondOfApi)),
        GatewayOperation.Api("payment_status", Handler(StatusQuestion.ByOrder, StatusAnswer.FirstOfApi)),
        GatewayOperation.Api("iban_payout/payment_status", Handler(StatusQuestion.ByOrder, StatusAnswer.FirstOfApi)),
        new("/get_status2.php", ApiGeneration.Api, SecretKind.Receive, Handler(StatusQuestion.ByOrder, StatusAnswer.ByOrder)),
    ];

    private Func<SignedRequest, CancellationToken, Task<GatewayAnswer>> Handler(
        Func<Parameters, StatusQuestion?> read, Func<Payout, DateTimeOffset, TimeSpan, Parameters> write) =>
        (request, cancellation) => AnswerAsync(request, read, write, cancellation);

    private async Task<GatewayAnswer> AnswerAsync(
        SignedRequest request,
        Func<Parameters, StatusQuestion?> read,
        Func<Payout, DateTimeOffset, TimeSpan, Parameters> write,
        CancellationToken cancellation)
    {
        var (state, merchant) = (request.State, request.Merchant);
        var now = state.Clock.Now;
        var signing = AnswerSigning.From(request, state.NextInquirySalt());
        if (read(request.Fields) is not { } question)
            return ErrorAnswer.Create(Refusal.InvalidField.Code, merchant.Switches.SignErrors, signing, now);
        if (request.IsSwitchedOff)
            return ErrorAnswer.Create(Refusal.MethodNotAllowed.Code, merchant.Switches.SignErrors, signing, now);

        var query = new PayoutQuery(state.Epoch, now) { PaymentId = question.PaymentId, OrderId = question.OrderId, Limit = 1, NewestFirst = true };
        if (await store.Payouts.FindAsync(query, cancellation) is not [var payout])
            return ErrorAnswer.PaymentNotFound(merchant.Switches.SignErrors, signing);

        var fields = write(payout, now, merchant.UtcOffset);
        signing.Sign(fields);
        return new GatewayAnswer(fields, StatusWords.PaymentStatus(payout.StatusAt(now))) { PaymentId = payout.PaymentId, Told = payout };
    }
}

/// <summary>Which payout somebody asks about: by the gateway's number, by the merchant's order id, or by both, which must agree.</summary>
internal sealed record StatusQuestion(long? PaymentId, string? OrderId)
{
    /// <summary>Reads the fields of a method that must be told the order id (M-5, M-6).</summary>
    public static StatusQuestion? ByOrder(Parameters fields) => ByEither(fields) is { OrderId: not null } question ? question : null;

    /// <summary>Reads the fields, or says nothing when there is neither id, or one is repeated or malformed (E-7).</summary>
    public static StatusQuestion? ByEither(Parameters fields)
    {
        if (fields.GetCount(Fields.PaymentId) > 1 || fields.GetCount(Fields.OrderId) > 1)
            return null;

        // An id that is sent empty is one that was not given.
        var (payment, order) = (FieldValidation.Given(fields[Fields.PaymentId]), FieldValidation.Given(fields[Fields.OrderId]));
        if (payment is null)
            return order is null ? null : new StatusQuestion(null, order);
        return long.TryParse(payment, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new StatusQuestion(id, order) : null;
    }
}

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

/// <summary>How the methods call the state of a payout.</summary>
internal static class StatusWords
{
    /// <summary>In <c>pg_payment_status</c> (M-3, M-5).</summary>
    public static string PaymentStatus(PayoutStatus status) => status switch
    {
        PayoutStatus.Process => "process",
        PayoutStatus.Ok => "success",
        _ => "error",
    };

    /// <summary>In <c>pg_status</c> of the older methods, and in <c>pg_transaction_status</c> (M-5, M-6).</summary>
    public static string TransactionStatus(PayoutStatus status) => status switch
    {
        PayoutStatus.Process => "pending",
        PayoutStatus.Ok => "ok",
        _ => "failed",
    };
}
