namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>A callback's host resolved to one of the <see cref="ForbiddenTargets"/>.</summary>
internal sealed class TargetForbiddenException()
    : IOException("The address is link-local or a cloud's metadata service; the sandbox does not call those.");
