namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>A callback's host resolved to one of the <see cref="ForbiddenTargets"/>.</summary>
internal sealed class TargetForbiddenException()
    : IOException("The sandbox does not call this address: it is unspecified, link-local or the metadata service of a cloud.");
