using System.CommandLine;
using System.Globalization;
using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.Emulator.Verify;
using FreedomPaySandbox.Protocol;
using FreedomPaySandbox.Verification.Drift;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary>One run of <c>drift</c>: whom it asks, what it may do, what it says.</summary>
internal sealed class DriftSession(Func<string?> readLine, TimeProvider time, InvocationConfiguration surroundings)
{
    public required string? Url { get; init; }

    public required long MerchantId { get; init; }

    public required MerchantSecrets Secrets { get; init; }

    public bool Pays { get; init; }

    public string? ProductionHost { get; init; }

    public string? CallbackUrl { get; init; }

    public string? Listen { get; init; }

    public string? Record { get; init; }

    public string? CorpusFile { get; init; }

    /// <summary>Compares.</summary>
    /// <returns>How the process ends: 0 when all is the same, 2 when not, 1 when it could not look.</returns>
    public async Task<int> RunAsync()
    {
        if ((Url is null) == (CorpusFile is null))
            return await RefuseAsync("Give --url, or --corpus for a recorded one.");
        if (MerchantId <= 0)
            return await RefuseAsync("--merchant is a positive number.");
        try
        {
            return CorpusFile is { } path ? await ReplayAsync(path) : await AskAsync();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            return await RefuseAsync(fault.Message);
        }
    }

    private async Task<int> AskAsync()
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var address) || !address.Scheme.StartsWith("http", StringComparison.Ordinal))
            return await RefuseAsync("--url is an http or https address.");
        if (ProductionHosts.Contains(address.Host) && !await MayCallAsync(address.Host))
            return ExitCode.Failed;

        var listens = Pays && (CallbackUrl is not null || address.IsLoopback);
        var reachedAt = CallbackUrl is null ? null : new Uri(CallbackUrl);
        await using var catcher = listens ? await CallbackCatcher.StartAsync(Listen, reachedAt, ReadAsync, time) : null;
        await using var own = Pays ? await CallbackCatcher.StartAsync(null, null, ReadAsync, time) : null;
        await using var reference = await ReferenceSandbox.StartAsync(MerchantId, Secrets);
        using var http = NewHttp(usesProxy: !IsNear(address));
        using var near = NewHttp(usesProxy: false);
        var run = Seed.Draw().Salt("drift", 0).ToLowerInvariant()[..8];
        var target = new DriftTarget(address, MerchantId, Secrets.For, new MerchantTextSanitizer(Secrets));
        var gateway = new ScenarioPlayer(target, http, catcher, run);
        var seen = new List<Exchange>();
        var scenarios = Scenarios.All.Where(scenario => (Pays || !scenario.Pays) && (listens || !scenario.ListensForCallbacks));

        var differences = await DriftRun.CompareAsync(scenarios, PlayAsync, new ScenarioPlayer(reference.Target, near, own, run), TellAsync);
        if (Record is not null)
            await new Recording(WireDate.Iso(time.GetUtcNow()), address.Authority, seen).WriteAsync(Record);
        return await EndAsync(differences);

        async Task<IReadOnlyList<Exchange>> PlayAsync(Scenario scenario)
        {
            var exchanges = await gateway.PlayAsync(scenario);
            seen.AddRange(exchanges);

            // Of a gateway that answers nothing there is nothing to compare.
            if (gateway.Unasked is { } fault && seen.All(exchange => exchange.Status == 0))
                throw new IOException($"{address.GetLeftPart(UriPartial.Authority)} could not be asked: {fault}");
            return exchanges;
        }
    }

    private async Task<int> ReplayAsync(string path)
    {
        if (await Recording.ReadAsync(path) is not { Exchanges: not null } corpus)
            return await RefuseAsync("The file of --corpus holds no corpus; make one with --record.");
        await using var own = await CallbackCatcher.StartAsync(null, null, ReadAsync, time);
        await using var reference = await ReferenceSandbox.StartAsync(MerchantId, Secrets);
        using var http = NewHttp(usesProxy: false);
        var differences = await DriftRun.CompareAsync(
            Scenarios.All,
            scenario => Task.FromResult<IReadOnlyList<Exchange>>([.. corpus.Exchanges.Where(exchange => exchange.Scenario == scenario.Id)]),
            new ScenarioPlayer(reference.Target, http, own, "replay"),
            TellAsync);
        return await EndAsync(differences);
    }

    private static async Task<Parameters?> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        (await RequestReader.ReadAsync(request, cancellation)).Fields;

    // A proxy of the environment does not know this machine and its network by the names that are meant here.
    private static bool IsNear(Uri address) => address.IsLoopback || !PublicHost.IsIn(address);

    private static HttpClient NewHttp(bool usesProxy) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = usesProxy }) { Timeout = TimeSpan.FromSeconds(30) };

    // Real money may be a word away.
    private async Task<bool> MayCallAsync(string host)
    {
        if (!string.Equals(ProductionHost, host, StringComparison.OrdinalIgnoreCase))
        {
            await RefuseAsync($"{host} is a production host. If you mean it, name it: --production-host {host}");
            return false;
        }

        await surroundings.Output.WriteLineAsync($"{host} is a production host{(Pays ? ", and payouts there may be real" : "")}. Type its name to go on:");
        return string.Equals(readLine()?.Trim(), host, StringComparison.OrdinalIgnoreCase);
    }

    private async Task TellAsync(Scenario scenario, IReadOnlyList<Difference>? differences)
    {
        var word = differences switch
        {
            null => "not recorded",
            [] => "same",
            _ => "differs",
        };
        await surroundings.Output.WriteLineAsync($"  {scenario.Id,-26} {scenario.Rule,-5} {word}");
    }

    private async Task<int> EndAsync(IReadOnlyList<Difference> differences)
    {
        await surroundings.Output.WriteLineAsync();
        foreach (var rule in differences.GroupBy(difference => difference.Rule, StringComparer.Ordinal))
        {
            await surroundings.Output.WriteLineAsync(rule.Key);
            foreach (var difference in rule)
                await surroundings.Output.WriteLineAsync($"  {difference.Scenario}\n    sandbox  {TerminalText.Line(difference.Expected)}\n    gateway  {TerminalText.Line(difference.Found)}");
        }

        await surroundings.Output.WriteLineAsync(differences.Count == 0
            ? "The gateway does as the sandbox does."
            : string.Create(CultureInfo.InvariantCulture, $"{differences.Count} {(differences.Count == 1 ? "difference" : "differences")}. docs/fidelity.md says which switch makes the sandbox do the same."));
        return differences.Count == 0 ? ExitCode.Well : ExitCode.Usage;
    }

    private async Task<int> RefuseAsync(string problem)
    {
        await surroundings.Error.WriteLineAsync($"drift: {TerminalText.Line(problem)}");
        return ExitCode.Failed;
    }
}
