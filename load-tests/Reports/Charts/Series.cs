namespace FreedomPaySandbox.LoadTests.Reports.Charts;

/// <summary>One line of a chart.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Look">The style it is drawn in.</param>
/// <param name="Points">Where it goes through.</param>
internal sealed record Series(string Name, string Look, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>Whether what is below it is filled.</summary>
    public bool IsArea { get; init; }
}
