using FreedomPaySandbox.Emulator.Verify.Checks;

namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>All checks, in the order in which they are made.</summary>
internal static class CallbackChecks
{
    public static IReadOnlyList<CallbackCheck> All { get; } =
    [
        .. ContentChecks.All,
        .. ForgeryChecks.All,
        .. RepeatChecks.All,
        .. OrderChecks.All,
        .. AnswerChecks.All,
        .. CarrierChecks.All,
    ];
}
