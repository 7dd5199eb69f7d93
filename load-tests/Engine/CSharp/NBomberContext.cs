namespace FreedomPaySandbox.LoadTests.Engine.CSharp;

/// <summary>A run as it was put together.</summary>
internal sealed record NBomberContext(IReadOnlyList<ScenarioProps> Scenarios)
{
    public string TestSuite { get; init; } = "";

    public string TestName { get; init; } = "";

    /// <summary>Where reports go; none are written when it is left out.</summary>
    public string? ReportFolder { get; init; } = "reports";

    public string ReportFileName { get; init; } = "report";

    public IReadOnlyList<ReportFormat> ReportFormats { get; init; } = Enum.GetValues<ReportFormat>();

    public TimeSpan ReportingInterval { get; init; } = TimeSpan.FromSeconds(5);
}
