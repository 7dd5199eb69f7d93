using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

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
        var address = new Uri(ready);
        var started = TimeProvider.System.GetTimestamp();
        using var program = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        try
        {
            while (!await IsReadyAsync(http, address))
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

    // Asking takes time from the program that starts, so until somebody listens it is asked rarely.
    private static async Task<bool> IsReadyAsync(HttpClient http, Uri ready)
    {
        if (!await ListensAsync(ready))
            return false;
        try
        {
            using var answer = await http.GetAsync(ready);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // By an outcome and not by an exception: to make one takes much longer than to ask.
    private static async Task<bool> ListensAsync(Uri address)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using var attempt = new SocketAsyncEventArgs { RemoteEndPoint = new IPEndPoint(IPAddress.Parse(address.Host), address.Port) };
        var done = new TaskCompletionSource();
        attempt.Completed += (_, _) => done.SetResult();
        if (socket.ConnectAsync(attempt))
            await done.Task;
        return attempt.SocketError == SocketError.Success;
    }
}
