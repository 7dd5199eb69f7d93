using System.Globalization;
using System.Text;
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

/// <summary>All faults that rules may name.</summary>
internal static class GatewayFaultTable
{
    private static readonly GatewayFault[] s_withoutParameters =
    [
        new NoAnswer(),
        ConnectionReset.BeforePayout,
        ConnectionReset.AfterPayout,
        .. HttpError.BeforePayout,
        .. HttpError.AfterPayout,
        new TruncatedBody(),
        new MalformedXml(),
        new WrongSignature(),
        new NoSignature(),
        new WrongContentType(),
    ];

    /// <summary>The names, that of the slow answer first, which alone takes a delay.</summary>
    public static IReadOnlyList<string> Names { get; } = [SlowAnswer.FaultName, .. s_withoutParameters.Select(fault => fault.Name)];

    /// <summary>The fault of that name that takes no parameter.</summary>
    public static GatewayFault? Find(string name) =>
        s_withoutParameters.FirstOrDefault(fault => string.Equals(fault.Name, name, StringComparison.Ordinal));
}

/// <summary>A wait in the middle of a call, which ends early when the client leaves or the sandbox stops.</summary>
internal static class LongWait
{
    public static async Task ForAsync(TimeSpan wait, HttpContext context, TimeProvider time)
    {
        var host = context.RequestServices.GetRequiredService<IHostApplicationLifetime>();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        try
        {
            await Task.Delay(wait, time, ending.Token);
        }
        catch (OperationCanceledException)
        {
            // Nobody waits any longer.
        }
    }
}

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

/// <summary>The page of a proxy in front of the gateway, as nginx sends it: HTML where a client expects XML.</summary>
internal sealed record HttpError : GatewayFault
{
    private HttpError(int status, string reason, bool carriesOut)
        : base(GetName(status, carriesOut), carriesOut) => (Status, Reason) = (status, reason);

    /// <summary>For each status a fault that comes before the payout is made.</summary>
    public static IReadOnlyList<HttpError> BeforePayout { get; } = Each(carriesOut: false);

    /// <summary>The same pages, with the payout made.</summary>
    public static IReadOnlyList<HttpError> AfterPayout { get; } = Each(carriesOut: true);

    public int Status { get; }

    public string Reason { get; }

    public override Task SendAsync(HttpContext context, GatewayAnswer? answer, TimeProvider time) =>
        new WireAnswer(Status, "text/html", Encoding.ASCII.GetBytes(Page())).WriteAsync(context.Response);

    private static HttpError[] Each(bool carriesOut) =>
    [
        new(StatusCodes.Status500InternalServerError, "Internal Server Error", carriesOut),
        new(StatusCodes.Status502BadGateway, "Bad Gateway", carriesOut),
        new(StatusCodes.Status503ServiceUnavailable, "Service Temporarily Unavailable", carriesOut),
    ];

    private static string GetName(int status, bool carriesOut) =>
        string.Create(CultureInfo.InvariantCulture, $"http-{status}{(carriesOut ? "-after-payout" : "")}");

    private string Page() => string.Join(
        "\r\n",
        "<html>",
        $"<head><title>{Status} {Reason}</title></head>",
        "<body>",
        $"<center><h1>{Status} {Reason}</h1></center>",
        "<hr><center>nginx</center>",
        "</body>",
        "</html>",
        "");
}

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
