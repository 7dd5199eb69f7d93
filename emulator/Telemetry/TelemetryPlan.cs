using System.Collections;

namespace FreedomPaySandbox.Emulator.Telemetry;

/// <summary>
/// Where traces and metrics go, as the standard <c>OTEL_</c> variables say. Their other words are read by the exporters themselves.
/// </summary>
internal sealed record TelemetryPlan(IReadOnlyList<TelemetryExporter> Traces, IReadOnlyList<TelemetryExporter> Metrics)
{
    public const string Prefix = "OTEL_";
    private const string Disabled = "OTEL_SDK_DISABLED";
    private const string TracesExporter = "OTEL_TRACES_EXPORTER";
    private const string MetricsExporter = "OTEL_METRICS_EXPORTER";
    private const string NoExporter = "none";
    private const string Known = "otlp, console or none";

    public static TelemetryPlan None { get; } = new([], []);

    public bool IsNone => Traces.Count == 0 && Metrics.Count == 0;

    /// <summary>
    /// Without any of the variables nothing is collected; with one of them, all goes out over OTLP unless it says otherwise.
    /// </summary>
    public static (TelemetryPlan Plan, IReadOnlyList<string> Problems) Read(IDictionary variables)
    {
        var problems = new List<string>();
        if (!variables.Keys.Cast<string>().Any(name => name.StartsWith(Prefix, StringComparison.Ordinal) && variables[name] is string { Length: > 0 })
            || string.Equals((string?)variables[Disabled], "true", StringComparison.OrdinalIgnoreCase))
        {
            return (None, problems);
        }

        return (new TelemetryPlan(Read(TracesExporter), Read(MetricsExporter)), problems);

        IReadOnlyList<TelemetryExporter> Read(string name)
        {
            if (variables[name] is not string { Length: > 0 } text)
                return [TelemetryExporter.Otlp];
            var exporters = new List<TelemetryExporter>();
            foreach (var word in text.Split(',', StringSplitOptions.TrimEntries))
            {
                if (Text.SettingText.Choice<TelemetryExporter>(word) is { } exporter)
                    exporters.Add(exporter);
                else if (!string.Equals(word, NoExporter, StringComparison.OrdinalIgnoreCase))
                    problems.Add($"{name}: expected {Known}.");
            }

            return [.. exporters.Distinct()];
        }
    }
}

/// <summary>Where traces and metrics can go, by the names of the <c>OTEL_</c> variables.</summary>
internal enum TelemetryExporter
{
    /// <summary>To a collector.</summary>
    Otlp,

    /// <summary>Onto standard output.</summary>
    Console,
}
