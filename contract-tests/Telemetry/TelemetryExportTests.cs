using System.Text;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Processes;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Telemetry;

/// <summary>A sandbox in a process of its own, with the standard variables set.</summary>
[Collection(OwnProcesses.Name)]
public sealed class TelemetryExportTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task A_collector_is_sent_the_call_and_its_callback_as_one_trace()
    {
        await using var collector = await Collector.StartAsync();
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = Start(collector, ("OTEL_SERVICE_NAME", "payouts-under-test"));
        using var gateway = await GatewayAsync(sandbox);

        await SendAsync(gateway, merchant, $"00-{Trace}-b7ad6b7169203331-01");
        var callback = await merchant.NextAsync();

        Assert.Equal(Trace, callback.TraceParent!.Split('-')[1]);
        await collector.WhenAsync(
            "/v1/traces",
            Convert.FromHexString(Trace),
            Convert.FromHexString("b7ad6b7169203331"),
            Convert.FromHexString(callback.TraceParent.Split('-')[2]),
            "POST /g2g/p2p2nonreg"u8.ToArray(),
            "callback"u8.ToArray(),
            "payouts-under-test"u8.ToArray());
        await collector.WhenAsync("/v1/metrics", [.. ((string[])["freedompay.payouts", "freedompay.callback.attempts", "freedompay.callbacks.pending", "http.server.request.duration"]).Select(Encoding.ASCII.GetBytes)]);
        Assert.DoesNotContain(PayoutCall.Success, collector.All, StringComparison.Ordinal);
        Assert.DoesNotContain(SignedCall.PayoutSecret, collector.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_traces_are_collected_a_call_without_one_begins_one()
    {
        await using var collector = await Collector.StartAsync();
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = Start(collector);
        using var gateway = await GatewayAsync(sandbox);

        await SendAsync(gateway, merchant, traceParent: null);
        var trace = (await merchant.NextAsync()).TraceParent!.Split('-')[1];

        await collector.WhenAsync("/v1/traces", Convert.FromHexString(trace), "freedom-pay-sandbox"u8.ToArray(), "POST /g2g/p2p2nonreg"u8.ToArray());
    }

    [Fact]
    public async Task Switched_off_nothing_is_sent_and_no_trace_begun()
    {
        await using var collector = await Collector.StartAsync();
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = Start(collector, ("OTEL_SDK_DISABLED", "true"));
        using var gateway = await GatewayAsync(sandbox);

        await SendAsync(gateway, merchant, traceParent: null);

        Assert.Null((await merchant.NextAsync()).TraceParent);
        Assert.Equal("", collector.All);
    }

    private static SandboxProcess Start(Collector collector, params (string Name, string Value)[] more) => SandboxProcess.Run(
        ["--url", "http://127.0.0.1:0"],
        [
            new("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
            new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            new("OTEL_BSP_SCHEDULE_DELAY", "100"),
            new("OTEL_METRIC_EXPORT_INTERVAL", "100"),
            .. more.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)),
        ]);

    private static async Task<HttpClient> GatewayAsync(SandboxProcess sandbox) =>
        new() { BaseAddress = new Uri((await sandbox.LineAsync()).Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal))) };

    private static async Task SendAsync(HttpClient gateway, MerchantEndpoint merchant, string? traceParent)
    {
        using var request = SignedCall.Payout(card: PayoutCall.Success).With("pg_post_link", merchant.Link()).AsForm();
        if (traceParent is not null)
            request.Headers.Add("traceparent", traceParent);
        using var response = await gateway.SendAsync(request);
        Assert.Contains("<pg_status>ok<", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
