namespace FreedomPaySandbox.Emulator.Dashboard.Views;

/// <summary>All findings, or those of the merchant that was picked.</summary>
internal sealed record FindingListView(IReadOnlyList<FindingView> Findings);
