using System.ComponentModel;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>Calls of the journal, the oldest first.</summary>
internal sealed record RequestList(
    IReadOnlyList<RequestView> Requests,
    [property: Description("Give it as after to go on.")] string Next,
    [property: Description("How many calls the journal has let go since it began.")] long Evicted,
    [property: Description("False when calls that were let go might have been among these.")] bool Complete);
