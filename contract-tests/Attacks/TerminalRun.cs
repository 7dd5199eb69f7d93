using System.Diagnostics;
using System.Text;
using FreedomPaySandbox.ContractTests.Callbacks;

namespace FreedomPaySandbox.ContractTests.Attacks;

/// <summary>A program of the product as a terminal sees it: each character that it writes.</summary>
internal sealed class TerminalRun : IAsyncDisposable
{
    public const string Emulator = "FreedomPaySandbox.Emulator.dll";
    public const string LoadTests = "FreedomPaySandbox.LoadTests.dll";

    private readonly Process _process;
    private readonly TaskCompletionSource<string> _firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private TerminalRun(Process process)
    {
        _process = process;
        _output = ReadAsync(process.StandardOutput);
        _error = ReadAsync(process.StandardError);
    }

    public static TerminalRun Start(string program, params IEnumerable<string> arguments) => Start(program, arguments, "", []);

    /// <summary>Runs it to its end.</summary>
    /// <returns>All that it said.</returns>
    public static async Task<string> OfAsync(string program, params IEnumerable<string> arguments) => await OfAsync(program, arguments, "", []);

    /// <summary>Runs it to its end, with a standard input and an environment.</summary>
    /// <returns>All that it said.</returns>
    public static async Task<string> OfAsync(string program, IEnumerable<string> arguments, string input, IEnumerable<KeyValuePair<string, string>> environment)
    {
        await using var run = Start(program, arguments, input, environment);
        return await run.EndAsync();
    }

    private static TerminalRun Start(string program, IEnumerable<string> arguments, string input, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("FPS_", StringComparison.Ordinal) || name is "LOG_FORMAT").ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        Send(process, input);
        return new TerminalRun(process);
    }

    /// <summary>The line it opens with.</summary>
    public Task<string> FirstLineAsync() => _firstLine.Task.WaitAsync(Patience.Limit);

    public async Task<string> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync().WaitAsync(Patience.Limit);
        return await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience.Limit);
        _process.Dispose();
    }

    private static void Send(Process process, string input)
    {
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended without reading.
        }
    }

    private async Task<string> EndAsync()
    {
        // A verification waits for effects, a load for its end.
        await _process.WaitForExitAsync().WaitAsync(Patience.Limit * 4);
        return await _output.WaitAsync(Patience.Limit) + await _error.WaitAsync(Patience.Limit);
    }

    private async Task<string> ReadAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer.AsMemory()) is > 0 and var read)
        {
            text.Append(buffer, 0, read);
            if (!_firstLine.Task.IsCompleted && text.ToString().Split('\n') is [var line, _, ..])
                _firstLine.TrySetResult(line);
        }

        return text.ToString();
    }
}
