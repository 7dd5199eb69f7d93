using FreedomPaySandbox.Emulator.Answers;

namespace FreedomPaySandbox.Emulator.Faults;

/// <summary>The right answer, late: at best the client's own time-out is longer. A sandbox that stops answers at once.</summary>
internal sealed record SlowAnswer(TimeSpan Delay) : GatewayFault(FaultName, CarriesOut: true)
{
    public const string FaultName = "slow";

    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public override async Task SendAsync(HttpContext context, GatewayAnswer? answer, TimeProvider time)
    {
        var wire = GetWire(answer);
        await LongWait.ForAsync(Delay, context, time);
        if (!context.RequestAborted.IsCancellationRequested)
            await wire.WriteAsync(context.Response);
    }
}
