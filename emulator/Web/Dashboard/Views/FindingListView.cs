namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>All findings, or those of the merchant that was picked.</summary>
internal sealed record FindingListView(IReadOnlyList<FindingView> Findings)
{
    /// <summary>More than that nobody reads.</summary>
    public const int Most = 200;
}
