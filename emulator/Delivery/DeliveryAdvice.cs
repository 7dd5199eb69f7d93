namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>Why a callback did not arrive, and what to do about it.</summary>
/// <param name="Id">Such as <c>refused</c>; stays the same.</param>
/// <param name="Reason">What happened, in a sentence.</param>
/// <param name="NextStep">What to do, in another.</param>
internal sealed record DeliveryAdvice(string Id, string Reason, string NextStep)
{
    public override string ToString() => $"{Reason} {NextStep}";
}
