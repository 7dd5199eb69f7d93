using FreedomPaySandbox.Emulator.Answers;

namespace FreedomPaySandbox.Emulator.Faults;

/// <summary>A way for an answer to go wrong, as networks, proxies and gateways make it in production.</summary>
/// <param name="Name">What it is called in a file of rules.</param>
/// <param name="CarriesOut">Whether the payout is made all the same.</param>
internal abstract record GatewayFault(string Name, bool CarriesOut)
{
    /// <summary>Answers wrongly, or does not answer.</summary>
    /// <param name="context">The call.</param>
    /// <param name="answer">What should have been answered; none when the payout is not made.</param>
    /// <param name="time">The clock by which the fault waits.</param>
    public abstract Task SendAsync(HttpContext context, GatewayAnswer? answer, TimeProvider time);

    public sealed override string ToString() => Name;

    protected static WireAnswer GetWire(GatewayAnswer? answer) =>
        WireAnswer.From(answer ?? throw new ArgumentNullException(nameof(answer), "The payout was made, so there is an answer."));
}
