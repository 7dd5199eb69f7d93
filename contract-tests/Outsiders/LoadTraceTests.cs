using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Processes;

namespace FreedomPaySandbox.ContractTests.Outsiders;

/// <summary>A sandbox that was loaded is as it was before, however the load ended: clock, rules and merchants.</summary>
// From a team whose shared sandbox was an hour ahead after somebody had tried a storm of callbacks on it.
[Collection(OwnProcesses.Name)]
public sealed class LoadTraceTests
{
    [LinuxTheory]
    [InlineData("INT", "callback-storm --rate 20 --callback", "clock", "frozen")]
    [InlineData("TERM", "callback-storm --rate 20 --callback", "clock", "ahead")]
    [InlineData("HUP", "callback-storm --rate 20 --duration 10m --callback", "clock", "ahead")]
    [InlineData("INT", "status-polling --duration 10m --merchant 9970 --callback", "clock", "frozen")]
    [InlineData("TERM", "lost-answers --duration 10m --merchant 9970 --callback", "rules", "lost")]
    public async Task A_merchant_that_was_there_is_as_before_after_a_load_that_was_ended(string signal, string load, string place, string sign)
    {
        await using var endpoint = await MerchantEndpoint.StartAsync(EndpointAnswers.Hang(new TaskCompletionSource().Task));
        await using var sandbox = await LoadedSandbox.StartAsync();
        await sandbox.PutAsync("merchants/9970/rules", """[{ "name": "mine", "when": { "orderId": "salary-*" }, "then": { "outcome": "error 10001" } }]""");
        await sandbox.PutAsync("merchants/9970", """{ "balance": 900000000, "settleAfter": "7m" }""");
        var before = await sandbox.SeenAsync();
        using var process = sandbox.Start([.. load.Split(' '), endpoint.Link()]);
        await sandbox.ChangesAsync($"merchants/9970/{place}", sign switch
        {
            "frozen" => clock => (bool)clock["frozen"]!,
            "ahead" => clock => (string?)clock["ahead"] is { } ahead and not "0s",
            _ => rules => rules["rules"]!.AsArray().Count > 10,
        });

        var (_, _, error) = await LoadedSandbox.EndAsync(process, signal);

        Assert.Equal(before, await sandbox.SeenAsync());
        Assert.DoesNotContain("put back", error, StringComparison.Ordinal);
    }

    [LinuxTheory]
    [InlineData("INT", "payouts")]
    [InlineData("TERM", "payouts-mixed")]
    [InlineData("INT", "callback-storm")]
    [InlineData("TERM", "status-polling")]
    [InlineData("INT", "lost-answers")]
    [InlineData("TERM", "soak")]
    public async Task A_merchant_that_was_made_is_gone_after_a_load_that_was_ended(string signal, string load)
    {
        await using var sandbox = await LoadedSandbox.StartAsync();
        var before = await sandbox.SeenAsync();
        using var process = sandbox.Start([load, "--rate", "20", "--duration", "10m"]);
        await sandbox.ChangesAsync("merchants", merchants => merchants["merchants"]!.AsArray().Count > 1);

        await LoadedSandbox.EndAsync(process, signal);

        Assert.Equal(before, await sandbox.SeenAsync());
    }

    [LinuxTheory]
    [InlineData(true, 0, "Well")]
    [InlineData(false, 1, "Missed")]
    public async Task A_merchant_that_was_there_is_as_before_after_a_load_that_ended_by_itself(bool takes, int exit, string said)
    {
        await using var endpoint = await MerchantEndpoint.StartAsync(takes ? EndpointAnswers.Ok : EndpointAnswers.Status(500));
        await using var sandbox = await LoadedSandbox.StartAsync();
        await sandbox.PutAsync("merchants/9970/clock", """{ "now": "2026-01-15T09:00:00Z", "frozen": true }""");
        var before = await sandbox.SeenAsync();
        using var process = sandbox.Start(["callback-storm", "--rate", "20", "--duration", "2s", "--callback", endpoint.Link()]);

        var (code, output, _) = await LoadedSandbox.EndAsync(process, signal: null);

        Assert.Equal(before, await sandbox.SeenAsync());
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.Equal(exit, code);
    }
}
