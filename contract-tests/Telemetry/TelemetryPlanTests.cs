using FreedomPaySandbox.ContractTests.Settings;
using FreedomPaySandbox.Emulator.Telemetry;

namespace FreedomPaySandbox.ContractTests.Telemetry;

public sealed class TelemetryPlanTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("OTEL_SERVICE_NAME=", "", "")]
    [InlineData("OTEL_SERVICE_NAME=shop", "Otlp", "Otlp")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318", "Otlp", "Otlp")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318 OTEL_SDK_DISABLED=true", "", "")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318 OTEL_SDK_DISABLED=false", "Otlp", "Otlp")]
    [InlineData("OTEL_TRACES_EXPORTER=console OTEL_METRICS_EXPORTER=none", "Console", "")]
    [InlineData("OTEL_TRACES_EXPORTER=none", "", "Otlp")]
    [InlineData("OTEL_TRACES_EXPORTER=otlp,console,otlp OTEL_METRICS_EXPORTER=None", "Otlp+Console", "")]
    public void The_standard_variables_say_what_goes_where(string variables, string traces, string metrics)
    {
        var (plan, problems) = TelemetryPlan.Read(Environment(variables));

        Assert.Empty(problems);
        Assert.Equal((traces, metrics), (string.Join('+', plan.Traces), string.Join('+', plan.Metrics)));
        Assert.Equal(traces.Length + metrics.Length == 0, plan.IsNone);
    }

    [Theory]
    [InlineData("OTEL_TRACES_EXPORTER=jaeger", "OTEL_TRACES_EXPORTER")]
    [InlineData("OTEL_METRICS_EXPORTER=otlp,prometheus", "OTEL_METRICS_EXPORTER")]
    [InlineData("OTEL_TRACES_EXPORTER=0", "OTEL_TRACES_EXPORTER")]
    public void An_exporter_that_is_not_there_is_refused_like_any_setting(string variables, string name) => Assert.Equal(
        $"{name}: expected otlp, console or none.",
        Assert.Single(new SettingSources { Environment = Environment(variables) }.Problems));

    private static Dictionary<string, string> Environment(string variables) => variables
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
