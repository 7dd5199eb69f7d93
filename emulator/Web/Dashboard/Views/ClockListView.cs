namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>Clocks by their merchants' ids, some at a time.</summary>
/// <param name="Clocks">Those shown.</param>
/// <param name="More">Where the list goes on.</param>
/// <param name="MovesAll">Whether there are several, so that all may be moved at once.</param>
internal sealed record ClockListView(IReadOnlyList<ClockCard> Clocks, string? More, bool MovesAll);
