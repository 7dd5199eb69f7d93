namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>A callback's host resolved to one of the <see cref="ForbiddenTargets"/>.</summary>
/// <param name="reason">Which address that is, and what it is.</param>
internal sealed class TargetForbiddenException(string reason) : IOException($"{reason}. The sandbox does not call it.");
