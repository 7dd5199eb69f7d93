using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Outsiders;

/// <summary>A sandbox that others load, by the load tests as a process of their own, and what can be seen of it from outside.</summary>
internal sealed class LoadedSandbox : IAsyncDisposable
{
    private readonly Sandbox _sandbox;
    private readonly HttpClient _admin;

    private LoadedSandbox(Sandbox sandbox) => (_sandbox, _admin) = (sandbox, new HttpClient { BaseAddress = new Uri(sandbox.Address, "/__admin/") });

    public static async Task<LoadedSandbox> StartAsync() => new(await Sandbox.StartAsync());

    public async Task PutAsync(string place, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _admin.PutAsync(new Uri(place, UriKind.Relative), content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Clock, rules and merchants, but for what goes on by itself: the time and counts.</summary>
    public async Task<string> SeenAsync()
    {
        var clock = await GetAsync("merchants/9970/clock");
        if (!(bool)clock["frozen"]!)
            clock.AsObject().Remove("now");
        var rules = await GetAsync("merchants/9970/rules");
        foreach (var rule in rules["rules"]!.AsArray())
        {
            rule!.AsObject().Remove("calls");
            rule.AsObject().Remove("hits");
        }

        return string.Join('\n', clock, await GetAsync("merchants"), rules);
    }

    /// <summary>Returns when the load has come to where this is so.</summary>
    public async Task ChangesAsync(string place, Predicate<JsonNode> isSo)
    {
        var patience = Patience.For("a sandbox that is loaded");
        while (patience.GoesOn() && !isSo(await GetAsync(place)))
        {
            // The load is getting ready.
        }
    }

    /// <summary>
    /// Starts the load tests on it. Who was started in the background ignores SIGINT, and so would its children, unless told otherwise.
    /// </summary>
    public Process Start(string[] words)
    {
        string[] all =
        [
            "--default-signal=INT", Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            Path.Combine(AppContext.BaseDirectory, "FreedomPaySandbox.LoadTests.dll"), .. words, "--target", _sandbox.Address.ToString(),
        ];
        return Process.Start(new ProcessStartInfo("env", all) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    /// <summary>Waits for the load's end, which a signal may bring about.</summary>
    public static async Task<(int Exit, string Output, string Error)> EndAsync(Process process, string? signal)
    {
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (signal is not null)
            {
                using var kill = Process.Start("kill", ["-" + signal, $"{process.Id}"]);
                await kill.WaitForExitAsync().WaitAsync(Patience.Limit);
            }

            await process.WaitForExitAsync().WaitAsync(2 * Patience.Limit);
            return (process.ExitCode, await output.WaitAsync(Patience.Limit), await error.WaitAsync(Patience.Limit));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _sandbox.DisposeAsync();
    }

    private async Task<JsonNode> GetAsync(string place) => (await _admin.GetFromJsonAsync<JsonNode>(new Uri(place, UriKind.Relative)))!;
}
