using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Drift;

/// <summary>A callback that came: to which link, and what it says.</summary>
internal sealed record CaughtCallback(string Link, string? ContentType, Parameters Fields);
