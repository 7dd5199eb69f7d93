using FreedomPaySandbox.LoadTests.Bench;
using FreedomPaySandbox.LoadTests.Closing;
using FreedomPaySandbox.LoadTests.Engine.CSharp;
using FreedomPaySandbox.LoadTests.Engine.Contracts.Stats;
using FreedomPaySandbox.LoadTests.Engine.Running;
using FreedomPaySandbox.LoadTests.Scenarios;

namespace FreedomPaySandbox.ContractTests.Load;

/// <summary>One scenario, small, on a sandbox in this process: what it measured and what it saw afterwards.</summary>
internal sealed record LoadScene(NodeStats Stats, IReadOnlyList<Observation> Seen)
{
    public ScenarioStats Only => Stats.ScenarioStats.Single();

    public string Failures => string.Join(
        '\n',
        [
            .. Only.Fail.StatusCodes.Select(code => $"{code.StatusCode}: {code.Message} ({code.Count})"),
            .. Seen.Where(seen => !seen.Holds).Select(seen => $"{seen.What}: {seen.Seen}, due {seen.Wanted}"),
        ]);

    public static Task<LoadScene> RunAsync(string name, int rate, double seconds) => RunAsync(name, rate, seconds, (kind, bench, size) => kind.New(bench, size));

    public static async Task<LoadScene> RunAsync(string name, int rate, double seconds, Func<ScenarioKind, LoadEnvironment, LoadSize, ILoadScenario> make)
    {
        var kind = ScenarioKind.All.Single(kind => kind.Name == name);
        await using var bench = await LoadEnvironment.OpenAsync(new EnvironmentRequest { NeedsSandbox = kind.NeedsSandbox, ClientTimeout = kind.ClientTimeout }, TimeProvider.System, CancellationToken.None);
        await using var scenario = make(kind, bench, new LoadSize(rate, TimeSpan.FromSeconds(seconds)));
        var stats = await new Session(NBomberRunner.RegisterScenarios(scenario.Create()), Machine.Real, TextWriter.Null).RunAsync();
        return new LoadScene(stats, await scenario.CloseAsync());
    }

    public string Figure(string what) => Seen.Single(seen => seen.What == what).Seen;
}
