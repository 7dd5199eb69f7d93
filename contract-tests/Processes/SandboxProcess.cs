using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using FreedomPaySandbox.ContractTests.Callbacks;

namespace FreedomPaySandbox.ContractTests.Processes;

/// <summary>The emulator as its users run it: a process of its own, known by what it prints and by how it ends.</summary>
internal sealed partial class SandboxProcess : IAsyncDisposable
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Process _process;
    private readonly Task<string> _error;

    private SandboxProcess(IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment, string folder = "", params IReadOnlyList<string> behind)
    {
        string[] words = [.. behind, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", Path.Combine(AppContext.BaseDirectory, "FreedomPaySandbox.Emulator.dll"), .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("FPS_", StringComparison.Ordinal) || name.StartsWith("OTEL_", StringComparison.Ordinal) || name is "LOG_FORMAT").ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync();
        _ = ReadLinesAsync();
    }

    /// <summary>The line it opens with, once <see cref="StartAsync"/> has returned.</summary>
    public string Banner { get; private set; } = "";

    public int Id => _process.Id;

    public Uri Url => new(BoundAddress().Match(Banner).Value);

    /// <summary>Starts the emulator with these arguments, whatever comes of it.</summary>
    public static SandboxProcess Run(params string[] arguments) => new(arguments, []);

    public static SandboxProcess Run(IEnumerable<string> arguments, params KeyValuePair<string, string>[] environment) => new(arguments, environment);

    /// <summary>Starts the emulator in a folder, whatever lies there.</summary>
    public static SandboxProcess RunIn(string folder, IEnumerable<string> arguments, params KeyValuePair<string, string>[] environment) => new(arguments, environment, folder);

    /// <summary>Starts a sandbox on a free port, and returns when it is ready.</summary>
    public static Task<SandboxProcess> StartAsync(params string[] arguments) => StartBehindAsync([], ["--url", "http://127.0.0.1:0", .. arguments]);

    /// <summary>Starts a sandbox by a command that becomes it, or by none, and returns when it is ready.</summary>
    public static async Task<SandboxProcess> StartBehindAsync(IReadOnlyList<string> behind, params string[] arguments)
    {
        var sandbox = new SandboxProcess(arguments, [], behind: behind);
        sandbox.Banner = await sandbox.LineAsync();
        return sandbox;
    }

    /// <summary>The next line of its output.</summary>
    public Task<string> LineAsync() => _lines.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);

    /// <summary>Sends a signal by its name, such as <c>TERM</c>.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, $"{_process.Id}"]);
        await kill.WaitForExitAsync().WaitAsync(Patience.Limit);
    }

    /// <summary>Ends it as a power cut would, with no chance to say anything.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for its end.</summary>
    public async Task<ProcessEnd> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience.Limit);
        var rest = new List<string>();
        using var limit = new CancellationTokenSource(Patience.Limit, TimeProvider.System);
        await foreach (var line in _lines.Reader.ReadAllAsync(limit.Token))
            rest.Add(line);
        return new ProcessEnd(_process.ExitCode, string.Join('\n', rest), (await _error.WaitAsync(limit.Token)).TrimEnd());
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience.Limit);
        _process.Dispose();
    }

    private async Task ReadLinesAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
            _lines.Writer.TryWrite(line);
        _lines.Writer.Complete();
    }

    [GeneratedRegex("http://[^ ,]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BoundAddress();
}
