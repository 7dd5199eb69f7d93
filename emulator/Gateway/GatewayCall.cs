using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>One call from first byte to last: read, know the merchant, check the signature, carry out, answer, log.</summary>
internal sealed partial class GatewayCall(
    MerchantBook merchants, UnknownMerchantCode unknownMerchant, AnswerSalts salts, SandboxClock clock, ILogger<GatewayCall> log)
{
    public async Task HandleAsync(HttpContext context, GatewayOperation operation)
    {
        var started = clock.Time.GetTimestamp();
        var reading = await RequestReader.ReadAsync(context.Request, context.RequestAborted);
        var answer = reading.IsRead
            ? await AnswerAsync(context, reading.Fields, operation)
            : null;
        if (answer is not null)
            await AnswerWire.Of(answer).WriteAsync(context.Response);
        else
            await WriteAsync(context.Response, reading.Refusal!);

        if (log.IsEnabled(LogLevel.Information))
        {
            var card = reading.Fields?[Fields.PaymentTo];
            LogCall(
                context.Request.Method,
                operation.Path,
                Shown(reading.Fields?[Fields.MerchantId], card),
                Shown(reading.Fields?[Fields.OrderId], card),
                answer?.Summary ?? $"HTTP {reading.Refusal!.Status} {reading.Refusal.Text}",
                clock.Time.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    /// <summary>The checks that come before all operations: merchant, then signature (section 3.3).</summary>
    private async Task<GatewayAnswer> AnswerAsync(HttpContext context, Parameters fields, GatewayOperation operation)
    {
        var merchant = fields.CountOf(Fields.MerchantId) == 1 ? merchants.Find(fields[Fields.MerchantId]) : null;
        if (merchant is null)
            return ErrorAnswer.UnknownMerchant(unknownMerchant);

        var request = new SignedRequest(fields, merchant, ScriptName.Of(context.Request.Path.Value ?? ""), operation);
        if (!Signature.Verify(request.Script, fields, merchant.Secrets.For(operation.Secret)))
        {
            var signing = AnswerSigning.Of(request, salts.Next(merchant));
            return ErrorAnswer.InvalidSignature(operation.Surface, merchant.Switches.SignErrors, signing, clock.Now);
        }

        try
        {
            return await operation.CarryOut(request, context.RequestAborted);
        }
#pragma warning disable CA1031 // Whatever broke, the merchant gets the vendor's words for it (E-12), and the log the rest.
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFault(fault, request);
            var signing = AnswerSigning.Of(request, salts.Next(merchant));
            return ErrorAnswer.Of(Refusal.SystemFault.Code, merchant.Switches.SignErrors, signing, clock.Now);
        }
    }

    private static Task WriteAsync(HttpResponse response, HttpRefusal refusal)
    {
        response.StatusCode = refusal.Status;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(refusal.Text + "\n");
    }

    // What a caller sent is shown short, and never with a card number in it.
    private static string Shown(string? text, string? card)
    {
        if (string.IsNullOrEmpty(text))
            return "-";
        var line = Journal.Redaction.Cards(text, card).ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : string.Concat(line.AsSpan(0, 59), "…");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} merchant {Merchant} order {Order} → {Summary} ({Milliseconds:0.0} ms)")]
    private partial void LogCall(string method, string path, string merchant, string order, string summary, double milliseconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Request}: the sandbox itself failed")]
    private partial void LogFault(Exception fault, SignedRequest request);
}
