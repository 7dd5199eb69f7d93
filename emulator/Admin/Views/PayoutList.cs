using System.ComponentModel;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>Payouts, the oldest first.</summary>
internal sealed record PayoutList(
    IReadOnlyList<PayoutView> Payouts,
    [property: Description("Give it as after to go on; left out when the list is empty.")] string? Next,
    [property: Description("Why the wait ended before its time: what was asked for cannot come. Left out otherwise.")] string? Reason = null);
