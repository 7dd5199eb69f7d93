namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>The list of calls.</summary>
internal sealed record RequestListView
{
    public required RequestFilter Filter { get; init; }

    public required IReadOnlyList<RequestRow> Rows { get; init; }

    /// <summary>Beside the calls of one merchant, the last that no merchant is known of: one of them may have been meant for it.</summary>
    public IReadOnlyList<RequestRow> Strays { get; init; } = [];

    public string? Older { get; init; }

    /// <summary>How many calls the journals have let go.</summary>
    public required long Evicted { get; init; }
}
