namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>Findings, the oldest of each merchant first.</summary>
internal sealed record FindingList(IReadOnlyList<FindingView> Findings);
