using System.ComponentModel;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>Callbacks, those of the oldest payouts first.</summary>
internal sealed record CallbackList(
    IReadOnlyList<CallbackView> Callbacks,
    [property: Description("Give it as after to go on; left out when the list is empty.")] string? Next,
    [property: Description("Why the wait ended before its time: what was asked for cannot come. Left out otherwise.")] string? Reason = null);
