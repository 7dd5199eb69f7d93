using System.Globalization;
using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Telemetry;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>One call from first byte to last: read, know the merchant, check the signature, ask the rules, carry out, answer.</summary>
internal sealed partial class GatewayPipeline(
    MerchantRegistry merchants, UnknownMerchantCode unknownMerchant, DiagnosisQueue examination, CallRecorder record, SandboxClock machine, ILogger<GatewayPipeline> log)
{
    public async Task HandleAsync(HttpContext context, GatewayOperation operation)
    {
        var call = new GatewayContext(context, operation, machine.Time.GetTimestamp());
        Tracing.Name(context, operation.Path);
        var reading = await RequestReader.ReadAsync(context.Request, context.RequestAborted);
        call.Fields = reading.Fields;
        if (reading.IsRead)
        {
            call.State = reading.Fields.GetCount(Fields.MerchantId) == 1 ? merchants.Find(reading.Fields[Fields.MerchantId]) : null;
            call.Answer = await AnswerAsync(call, reading.Fields);
        }

        call.Note = CallNote.Create(context.Request, reading.Fields, call.State, merchants);
        record.Keep(call, reading.Refusal);
        await SendAsync(call, reading.Refusal);
    }

    /// <summary>The checks that come before all operations: merchant, then signature (section 3.3).</summary>
    /// <returns>Nothing when the call goes wrong before it is carried out.</returns>
    private async Task<GatewayAnswer?> AnswerAsync(GatewayContext call, Parameters fields)
    {
        if (call.State is not { } state)
            return ErrorAnswer.UnknownMerchant(unknownMerchant);

        var (merchant, operation) = (state.Merchant, call.Operation);
        var script = ScriptName.FromUrl(call.Context.Request.Path.Value ?? "");
        if (!Signature.Verify(script, fields, merchant.Secrets.For(operation.Secret)) || (operation.NamesMerchant && NamesAnother(call.Context, merchant)))
        {
            call.Diagnosis = await examination.ExamineAsync(call.Context.Request, script, operation, fields, merchant);
            var signing = AnswerSigning.From(script, merchant, operation, state.NextRefusalSalt());
            return ErrorAnswer.InvalidSignature(operation.Generation, merchant.Switches.SignErrors, signing, state.Clock.Now);
        }

        call.RepeatsAfter = state.Misuse.Came(fields, machine.Now);
        return await RunAsync(call, state, merchant, script, fields);
    }

    // Where the path says which merchant calls, the signature does not cover it.
    private static bool NamesAnother(HttpContext context, Merchant merchant) =>
        context.Request.RouteValues[GatewayEndpoints.MerchantInPath] is string named
        && !string.Equals(named, merchant.Id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private async Task<GatewayAnswer?> RunAsync(GatewayContext call, MerchantState state, Merchant merchant, string script, Parameters fields)
    {
        var (operation, aborted) = (call.Operation, call.Context.RequestAborted);
        try
        {
            var card = await operation.FindCard(state, fields, aborted);
            call.Match = await state.Rules.MatchAsync(RuledCall.From(operation.Method, card, fields, merchant), merchant, state.Seed);
            if (call.Match.Fault is { CarriesOut: false })
                return null;
            var host = CalledHost.From(call.Context.Request);
            var request = new SignedRequest(fields, state, merchant, script, operation, call.Match, host) { TraceParent = Tracing.GetParent(call.Context) };
            return await operation.Handler(request, aborted);
        }
#pragma warning disable CA1031 // Whatever broke, the merchant gets the vendor's words for it (E-12), and the log the rest.
        catch (Exception fault) when (!aborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFault(fault, operation.Path, merchant.Id);
            var signing = AnswerSigning.From(script, merchant, operation, state.NextRefusalSalt());
            return ErrorAnswer.Create(Refusal.SystemFault.Code, merchant.Switches.SignErrors, signing, state.Clock.Now);
        }
    }

    private Task SendAsync(GatewayContext call, HttpRefusal? refusal)
    {
        if (refusal is not null)
            return refusal.WriteAsync(call.Context.Response);
        return call.Match?.Fault is { } fault
            ? fault.SendAsync(call.Context, call.Answer, machine.Time)
            : call.Wire!.Value.WriteAsync(call.Context.Response);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} of merchant {Merchant}: the sandbox itself failed")]
    private partial void LogFault(Exception fault, string path, long merchant);
}
