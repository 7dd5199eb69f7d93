using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace FreedomPaySandbox.Yardstick;

/// <summary>How long a program takes from its start until it says that it is ready.</summary>
internal static class StartUp
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    public static async Task<int> MeasureAsync(string ready, int times, string[] command)
    {
        var took = new List<double>();
        for (var i = 0; i < times; i++)
            took.Add(await OnceAsync(ready, command));
        took.Sort();
        Console.WriteLine(took[times / 2].ToString("0", CultureInfo.InvariantCulture));
        return 0;
    }

    private static async Task<double> OnceAsync(string ready, string[] command)
    {
        using var http = new HttpClient();
        var started = TimeProvider.System.GetTimestamp();
        using var program = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        try
        {
            while (!await IsReadyAsync(http, ready))
            {
                if (TimeProvider.System.GetElapsedTime(started) > s_patience)
                    throw new TimeoutException($"{command[0]} is not ready at {ready}.");
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
            }

            return TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, string ready)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(ready));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
