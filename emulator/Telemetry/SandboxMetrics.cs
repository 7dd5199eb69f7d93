using System.Data.Common;
using System.Diagnostics.Metrics;
using System.Globalization;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Decisions;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Telemetry;

/// <summary>What a sandbox counts: <c>docs/observability.md</c> says it in words. Costs nothing while nobody collects it.</summary>
internal sealed class SandboxMetrics : IDisposable
{
    public const string MeterName = "FreedomPaySandbox";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _payouts;
    private readonly Counter<long> _attempts;
    private readonly Histogram<double> _delivery;
    private readonly Histogram<double> _lateness;

    public SandboxMetrics(SandboxStore store)
    {
        _payouts = _meter.CreateCounter<long>("freedompay.payouts", "{payout}", "Payouts asked for, by method and outcome");
        _attempts = _meter.CreateCounter<long>("freedompay.callback.attempts", "{attempt}", "Callback attempts, by outcome and reason");
        _delivery = _meter.CreateHistogram<double>(
            "freedompay.callback.delivery.duration", "s", "From the moment a payout was final until its callback was delivered, by the merchant's clock");
        _lateness = _meter.CreateHistogram(
            "freedompay.callback.lateness",
            "s",
            "From the moment an attempt was due until it was begun, by the merchant's clock",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] });
        _meter.CreateObservableGauge("freedompay.callbacks.pending", () => Pending(store), "{callback}", "Callbacks not delivered yet and still to be attempted");
    }

    public Meter Meter => _meter;

    public void Asked(string method, PayoutDecision decision)
    {
        if (!_payouts.Enabled)
            return;
        var (outcome, code) = GetOutcome(decision);
        _payouts.Add(1, new("method", method), new("outcome", outcome), new("code", code));
    }

    public void Attempted(LeasedCallback due, Attempt attempt, CallbackState state, DateTimeOffset now)
    {
        if (_attempts.Enabled)
            _attempts.Add(1, new("outcome", GetOutcome(state)), new("reason", GetReason(attempt)));
        if (_lateness.Enabled)
            _lateness.Record(Math.Max(0, (attempt.At - due.DueAt).TotalSeconds));
        if (_delivery.Enabled && state == CallbackState.Delivered)
            _delivery.Record(Math.Max(0, (now - due.Payout.SettlesAt).TotalSeconds));
    }

    public static string GetOutcome(CallbackState state) => state switch
    {
        CallbackState.Delivered => "delivered",
        CallbackState.Dead => "dead",
        CallbackState.Rejected => "rejected",
        _ => "failed",
    };

    public void Dispose() => _meter.Dispose();

    private static (string Outcome, int? Code) GetOutcome(PayoutDecision decision) => decision switch
    {
        PayoutDecision.Made { Payout.Waits: true } => ("waiting", null),
        PayoutDecision.Made { Payout.WasInProcess: true } => ("process", null),
        PayoutDecision.Made { Payout.ErrorCode: { } code } => ("failed", code),
        PayoutDecision.Made => ("ok", null),
        PayoutDecision.Refused refused => ("refused", refused.Refusal.Code),
        PayoutDecision.Repeated => ("repeated", null),
        _ => ("overtaken", null),
    };

    private static string GetReason(Attempt attempt) =>
        attempt.Status?.ToString(CultureInfo.InvariantCulture) ?? Callbacks.DomainWords.Format(attempt.Fault) ?? "";

    // The collector asks on a thread of its own, a few times a minute.
    private static IEnumerable<Measurement<long>> Pending(SandboxStore store)
    {
        try
        {
            return [new(store.Callbacks.CountPendingAsync(CancellationToken.None).GetAwaiter().GetResult())];
        }
        catch (Exception fault) when (fault is DbException or ObjectDisposedException)
        {
            return [];
        }
    }
}
