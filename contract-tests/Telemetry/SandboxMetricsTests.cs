using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Readme;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace FreedomPaySandbox.ContractTests.Telemetry;

public sealed class SandboxMetricsTests
{
    [Fact]
    public async Task Payouts_and_callbacks_are_counted_by_what_became_of_them()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500, ""), EndpointAnswers.Ok);
        await using var sandbox = await RunningSandbox.StartAsync(CallbackSandbox.Merchant);
        using var seen = new Seen(sandbox);
        var call = SignedCall.Payout("A", card: PayoutCall.Success).With("pg_post_link", merchant.Link());
        await sandbox.CallAsync(call);
        await sandbox.CallAsync(call);
        await sandbox.CallAsync(SignedCall.Payout("B", card: PayoutCall.Failure).Without("pg_post_link").With("pg_post_link", RawEndpoint.Closed()));
        await merchant.NextAsync();
        await BeatAsync(sandbox, () => seen.Values.Count(value => value.StartsWith("freedompay.callback.attempts", StringComparison.Ordinal)) >= 2);

        Assert.Equal(2, seen.Gauge("freedompay.callbacks.pending"));
        sandbox.Time.Advance(TimeSpan.FromMinutes(30));
        await merchant.NextAsync();
        await BeatAsync(sandbox, () => seen.Values.Any(value => value.StartsWith("freedompay.callback.delivery", StringComparison.Ordinal)));

        Assert.Contains("freedompay.payouts 1 method=p2p2nonreg outcome=ok code=", seen.Values, StringComparer.Ordinal);
        Assert.Contains("freedompay.payouts 1 method=p2p2nonreg outcome=refused code=9991", seen.Values, StringComparer.Ordinal);
        Assert.Contains("freedompay.payouts 1 method=p2p2nonreg outcome=failed code=10001", seen.Values, StringComparer.Ordinal);
        Assert.Contains("freedompay.callback.attempts 1 outcome=failed reason=500", seen.Values, StringComparer.Ordinal);
        Assert.Contains("freedompay.callback.attempts 1 outcome=failed reason=not-connected", seen.Values, StringComparer.Ordinal);
        Assert.Contains("freedompay.callback.attempts 1 outcome=delivered reason=200", seen.Values, StringComparer.Ordinal);
        Assert.Contains("freedompay.callback.delivery.duration 1800", seen.Values, StringComparer.Ordinal);
    }

    [Fact]
    public async Task All_of_them_are_described()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var seen = new Seen(sandbox);

        Assert.Equal(seen.Instruments.Order(StringComparer.Ordinal), Page.Observability.Rows("Metric").Select(row => row[0].Trim('`')).Order(StringComparer.Ordinal));
    }

    private static async Task BeatAsync(RunningSandbox sandbox, Func<bool> holds)
    {
        var state = sandbox.GetAccount(Merchant.DefaultId);
        var patience = Patience.For("what the metrics are to say");
        while (true)
        {
            var beat = state.Changes.Next;
            if (holds())
                return;
            await beat.WaitAsync(patience.Left);
        }
    }

    /// <summary>Collects what one sandbox counts, and nobody else's.</summary>
    private sealed class Seen : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<string> _values = new();
        private readonly ConcurrentQueue<string> _instruments = new();

        public Seen(RunningSandbox sandbox)
        {
            var meter = sandbox.Services.GetRequiredService<SandboxMetrics>().Meter;
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (!ReferenceEquals(instrument.Meter, meter))
                    return;
                _instruments.Enqueue(instrument.Name);
                listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, $"{value}", tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, $"{value}", tags));
            _listener.Start();
        }

        public IReadOnlyCollection<string> Values => _values;

        public IReadOnlyCollection<string> Instruments => _instruments;

        public int Gauge(string name)
        {
            _listener.RecordObservableInstruments();
            return int.Parse(_values.Last(value => value.StartsWith(name, StringComparison.Ordinal)).Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }

        public void Dispose() => _listener.Dispose();

        private void Keep(Instrument instrument, string value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var line = $"{instrument.Name} {value}";
            foreach (var (name, tag) in tags)
                line += $" {name}={tag}";
            _values.Enqueue(line);
        }
    }
}
