using System.CommandLine;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary><c>healthcheck</c>: asks a running sandbox whether it is ready; for images that have no shell.</summary>
internal static class HealthcheckCommand
{
    private const int MostAnswered = 64 * 1024;

    private static readonly TimeSpan s_timeOut = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var url = new Option<string>("--url")
        {
            Description = "The sandbox to ask, without any proxy. Default: FPS_URL, else http://localhost:8585",
            HelpName = "VALUE",
        };
        var command = new Command("healthcheck", "Asks a running sandbox whether it is ready; exit code 0 when it is.") { url };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(url) ?? Environment.GetEnvironmentVariable("FPS_URL") ?? "http://localhost:8585", cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string url, CancellationToken cancellation)
    {
        try
        {
            // What listens on all addresses answers on this machine's own.
            var address = url.Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
                .Replace("[::]", "localhost", StringComparison.Ordinal)
                .Replace("//*", "//localhost", StringComparison.Ordinal)
                .Replace("//+", "//localhost", StringComparison.Ordinal);
            // A sandbox that is asked is near; a proxy of the environment would look for it elsewhere.
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = s_timeOut, MaxResponseContentBufferSize = MostAnswered };
            using var response = await http.GetAsync(new Uri(new Uri(address), "/readyz"), cancellation);
            var text = await response.Content.ReadAsStringAsync(cancellation);
            await Console.Out.WriteLineAsync(TerminalText.SetBack(text.TrimEnd()));
            return response.IsSuccessStatusCode ? ExitCode.Well : ExitCode.Failed;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or UriFormatException or NotSupportedException)
        {
            await Console.Error.WriteLineAsync(TerminalText.Line($"No sandbox answers at {url}: {fault.Message}"));
            return ExitCode.Failed;
        }
    }
}
