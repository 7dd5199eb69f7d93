namespace FreedomPaySandbox.Emulator.Telemetry;

/// <summary>Where traces and metrics can go, by the names of the <c>OTEL_</c> variables.</summary>
internal enum TelemetryExporter
{
    /// <summary>To a collector.</summary>
    Otlp,

    /// <summary>Onto standard output.</summary>
    Console,
}
