using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>An order that one check is about, and nobody else.</summary>
internal sealed record VerifyOrder(string Id, long PaymentId, Amount Amount, DateTimeOffset At)
{
    public override string ToString() => Id;
}
