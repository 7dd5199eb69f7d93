using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FreedomPaySandbox.Emulator.Telemetry;

/// <summary>
/// Collects traces and metrics and sends them where the plan says. Endpoint, protocol, headers, sampler and the rest are read from the
/// <c>OTEL_</c> variables.
/// </summary>
internal sealed class TelemetryExport : IDisposable
{
    private const string Service = "freedom-pay-sandbox";

    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _metrics;

    private TelemetryExport(TelemetryPlan plan)
    {
        _traces = plan.Traces.Count > 0 ? GetTraces(plan.Traces) : null;
        _metrics = plan.Metrics.Count > 0 ? GetMetrics(plan.Metrics) : null;
    }

    /// <returns>What ends the export when it is disposed of; nothing when there is nothing to export, and then nothing of it is
    /// loaded.</returns>
    public static IDisposable? Start(TelemetryPlan plan) => plan.IsNone ? null : Create(plan);

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    // A method of its own: the libraries are loaded when it is called.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TelemetryExport Create(TelemetryPlan plan) => new(plan);

    private static TracerProvider GetTraces(IReadOnlyList<TelemetryExporter> exporters)
    {
        var builder = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Resource()).AddSource(Tracing.SourceName, Tracing.ServerSourceName);
        if (exporters.Contains(TelemetryExporter.Otlp))
            builder.AddOtlpExporter();
        if (exporters.Contains(TelemetryExporter.Console))
            builder.AddConsoleExporter();
        return builder.Build();
    }

    private static MeterProvider GetMetrics(IReadOnlyList<TelemetryExporter> exporters)
    {
        var builder = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(Resource())
            .AddMeter(SandboxMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime");
        if (exporters.Contains(TelemetryExporter.Otlp))
            builder.AddOtlpExporter();
        if (exporters.Contains(TelemetryExporter.Console))
            builder.AddConsoleExporter();
        return builder.Build();
    }

    // The variables come last and win.
    private static ResourceBuilder Resource() => ResourceBuilder.CreateEmpty()
        .AddTelemetrySdk()
        .AddService(Service, serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString(3))
        .AddEnvironmentVariableDetector();
}
