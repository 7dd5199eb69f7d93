using FreedomPaySandbox.Emulator.Answers;

namespace FreedomPaySandbox.Emulator.Faults;

/// <summary>The connection is reset (TCP RST) instead of an answer. The client sees the same whether the payout was made or not.</summary>
internal sealed record ConnectionReset : GatewayFault
{
    private ConnectionReset(string name, bool carriesOut)
        : base(name, carriesOut)
    {
    }

    public static ConnectionReset BeforePayout { get; } = new("reset-before-payout", carriesOut: false);

    public static ConnectionReset AfterPayout { get; } = new("reset-after-payout", carriesOut: true);

    public override Task SendAsync(HttpContext context, GatewayAnswer? answer, TimeProvider time)
    {
        // Kestrel closes the socket without lingering, which resets it.
        context.Abort();
        return Task.CompletedTask;
    }
}
