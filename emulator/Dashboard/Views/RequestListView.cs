namespace FreedomPaySandbox.Emulator.Dashboard.Views;

/// <summary>The list of calls.</summary>
internal sealed record RequestListView
{
    public required RequestFilter Filter { get; init; }

    public required IReadOnlyList<RequestRow> Rows { get; init; }

    public string? Older { get; init; }

    /// <summary>How many calls the journals have let go.</summary>
    public required long Evicted { get; init; }
}
