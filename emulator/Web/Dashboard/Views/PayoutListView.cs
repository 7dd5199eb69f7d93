namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>The list of payouts.</summary>
internal sealed record PayoutListView
{
    public required PayoutFilter Filter { get; init; }

    public required IReadOnlyList<PayoutRow> Rows { get; init; }

    /// <summary>Where the list goes on.</summary>
    public string? Older { get; init; }

    /// <summary>The first call to make, where there has been none.</summary>
    public SamplePayout? FirstCall { get; init; }

    /// <summary>When the page will be different by itself.</summary>
    public TimeSpan? Again { get; init; }
}
