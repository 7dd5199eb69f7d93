namespace FreedomPaySandbox.Emulator.Clock;

/// <summary>The sandbox's time, in the whole milliseconds that the store keeps.</summary>
internal sealed class SandboxClock(TimeProvider time)
{
    public TimeProvider Time { get; } = time;

    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(Time.GetUtcNow().ToUnixTimeMilliseconds());
}
