using FreedomPaySandbox.Emulator.Answers;

namespace FreedomPaySandbox.Emulator.Faults;

/// <summary>The payout is made and nothing is answered, until the client gives up: it cannot know what became of its money.</summary>
internal sealed record NoAnswer() : GatewayFault("silent", CarriesOut: true)
{
    /// <summary>A client that waits longer than this would wait for ever, and hold a connection as long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public override async Task SendAsync(HttpContext context, GatewayAnswer? answer, TimeProvider time)
    {
        await LongWait.ForAsync(Longest, context, time);
        context.Abort();
    }
}
