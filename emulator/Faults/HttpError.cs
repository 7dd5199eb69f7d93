using System.Globalization;
using System.Text;
using FreedomPaySandbox.Emulator.Answers;

namespace FreedomPaySandbox.Emulator.Faults;

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
