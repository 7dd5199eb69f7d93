using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>A callback with its attempts.</summary>
/// <param name="Callback">The callback.</param>
/// <param name="DueAt">When it is due, where it is owed.</param>
/// <param name="Attempts">The last of them.</param>
/// <param name="Most">How many attempts the schedule has.</param>
internal sealed record CallbackDetail(StoredCallback Callback, Moment DueAt, IReadOnlyList<AttemptDetail> Attempts, int Most);
