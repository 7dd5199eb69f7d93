using FreedomPaySandbox.Emulator.Delivery;

namespace FreedomPaySandbox.LoadTests.Bench;

/// <summary>Where the endpoint in this process listens, and the host under which the gateway reaches it.</summary>
internal sealed record CallbackPlace(string Url, string? Host)
{
    public static CallbackPlace Own { get; } = new("http://127.0.0.1:0", Host: null);

    /// <summary>A container is known to those beside it by its host name; everybody else is taken to share this machine.</summary>
    public static CallbackPlace For(Uri? target, SandboxLocation place, string hostName) =>
        target is { IsLoopback: false } && place.InContainer ? new("http://0.0.0.0:0", hostName) : Own;
}
