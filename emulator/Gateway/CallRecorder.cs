using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Findings;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Telemetry;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>
/// Puts a call on record before its answer goes out: an entry of the merchant's journal, whose id the answer carries, and a line of the
/// log.
/// </summary>
internal sealed partial class CallRecorder(UnattributedJournal nobody, MerchantRegistry merchants, SandboxClock machine, ILogger<CallRecorder> log)
{
    /// <summary>The header that names the journal entry.</summary>
    public const string Header = "X-Sandbox-Request";

    /// <summary>An order id fits, with signs that take two characters too.</summary>
    private const int LongestShown = 100;

    public void Keep(GatewayContext call, HttpRefusal? refusal)
    {
        var duration = machine.Time.GetElapsedTime(call.Started);
        var outcome = GetOutcome(call, refusal);
        var handled = new HandledCall
        {
            At = call.State?.Clock.Now ?? machine.Now,
            Duration = duration,
            Method = call.Context.Request.Method,
            Path = call.Context.Request.Path.Value ?? "",
            HasQuery = call.Context.Request.QueryString.HasValue,
            ContentType = call.Context.Request.ContentType,
            Operation = call.Operation.Method,
            Fields = call.Fields,
            PaymentId = call.Answer?.PaymentId,
            ToldOrder = call.Answer?.Told?.OrderId,
            Answer = GetAnswer(call, refusal),
            Outcome = outcome,
            Rule = call.Match?.Rule?.Name,
            Fault = call.Match?.Fault?.Name,
            Diagnosis = call.Diagnosis,
            Note = call.Note,
            Secrets = call.State is null ? merchants.Secrets : null,
        };
        var journal = call.State?.Journal ?? nobody.Journal;
        var entry = journal.Add(JournalEntry.From(handled, call.State?.Merchant.Id ?? JournalId.NoMerchant, call.State?.Merchant.Secrets));
        var id = entry.Id.ToString();
        call.Context.Response.Headers[Header] = id;
        if (call is { State: { } state, Fields: { } fields })
        {
            var observed = new ObservedCall(fields, state.Merchant.Secrets, call.Answer)
            {
                IsAuthentic = call.Match is not null,
                AnswerIsLost = call.Match?.Fault is not null,
                RepeatsAfter = call.RepeatsAfter,
            };
            state.Misuse.Called(observed, id, handled.At);
        }

        Tracing.Conclude(call.Context, call.State?.Merchant.Id, outcome);
        Log(call, entry, outcome, duration);
    }

    private static string GetOutcome(GatewayContext call, HttpRefusal? refusal) =>
        refusal is not null ? $"HTTP {refusal.Status} {refusal.Text}" : call.Answer?.Outcome ?? "nothing made";

    private static JournalAnswer? GetAnswer(GatewayContext call, HttpRefusal? refusal)
    {
        if (refusal is not null)
            return new JournalAnswer(refusal.Status, HttpRefusal.ContentType, refusal.Text);
        return call.Wire is { } wire ? new JournalAnswer(wire.Status, wire.ContentType, wire.Body) : null;
    }

    private void Log(GatewayContext call, JournalEntry entry, string outcome, TimeSpan duration)
    {
        if (!log.IsEnabled(LogLevel.Information))
            return;
        var summary = call.Answer?.Summary ?? outcome;
        if (call.Diagnosis is { } diagnosis)
            summary = $"{summary}, {diagnosis.Id}: {diagnosis.Sentence}";
        if (call.Note is { } note)
            summary = $"{summary}. {note}";
        LogCall(
            entry.Method,
            call.Operation.IsNothing ? Shown(entry.Path) : call.Operation.Path,
            Shown(GetMerchant(call)),
            Shown(entry.OrderId),
            call.Match?.Fault is { } fault ? $"{summary}, but {fault}" : summary,
            duration.TotalMilliseconds);
    }

    // What calls itself a merchant may be anything.
    private string? GetMerchant(GatewayContext call) => call.Fields?[Fields.MerchantId] is { } merchant
        ? new CallRedaction(call.State?.Merchant.Secrets, call.Fields[Fields.PaymentTo], all: merchants.Secrets).Apply(merchant, LongestShown)
        : null;

    // What a caller sent is shown short, and never with anything in it that the journal does not keep.
    private static string Shown(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "-";
        var line = TerminalText.Line(text);
        return line.Length <= LongestShown ? line : string.Concat(line.AsSpan(0, LongestShown - 1), "…");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} merchant {Merchant} order {Order} → {Summary} ({Milliseconds:0.0} ms)")]
    private partial void LogCall(string method, string path, string merchant, string order, string summary, double milliseconds);
}
