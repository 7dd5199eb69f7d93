using System.Text.Json;
using System.Text.RegularExpressions;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Signing;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.ContractTests.Readme;

/// <summary>What the README and docs/admin.md say of steering is so.</summary>
public sealed partial class SteeringPageTests
{
    [Fact]
    public async Task The_steering_commands_do_what_is_said()
    {
        await using var sandbox = await RunningSandbox.StartAsync(Merchant.Default with { Seed = 1 });
        var commands = Commands().Matches(Page.Readme.Block("sh", "admin=")).Select(match => match.Value).ToList();
        Assert.Equal(5, commands.Count);

        var made = await RunAsync(sandbox, commands[0]);
        Assert.Equal("KZT", made.GetProperty("currency").GetString());
        Assert.True(made.GetProperty("id").GetInt64() > 10_000);

        Assert.Equal("reset-after-payout", (await RunAsync(sandbox, commands[1])).GetProperty("rules")[0].GetProperty("then").GetProperty("fault").GetString());
        await Assert.ThrowsAsync<HttpRequestException>(() => PayAsync(sandbox));

        Assert.Equal(0, (await RunAsync(sandbox, commands[2])).GetProperty("pending").GetInt64());
        Assert.Equal(1, (await RunAsync(sandbox, commands[3].Replace("delivered", "dead", StringComparison.Ordinal))).GetProperty("callbacks").GetArrayLength());

        await RunAsync(sandbox, commands[4]);
        Assert.Empty(await sandbox.PayoutsAsync());
        Assert.Equal("ok", (await PayAsync(sandbox)).Outcome);
    }

    [Fact]
    public async Task The_clock_tells_what_is_shown()
    {
        await using var sandbox = await RunningSandbox.StartAsync(Merchant.Default);
        await PayAsync(sandbox);

        var shown = JsonDocument.Parse(Page.Readme.Block("text", "{\"now\"")).RootElement;
        var told = await RunAsync(sandbox, Commands().Matches(Page.Readme.Block("sh", "admin=")).ElementAt(2).Value);

        // The first attempt was made before, or is among them: that is a matter of moments.
        Assert.InRange(told.GetProperty("attempts").GetInt64(), 4, 5);
        Assert.Equal(
            shown.EnumerateObject().Where(IsTheSameEachTime).Select(member => $"{member.Name}={member.Value}"),
            told.EnumerateObject().Where(IsTheSameEachTime).Select(member => $"{member.Name}={member.Value}"),
            StringComparer.Ordinal);

        static bool IsTheSameEachTime(JsonProperty member) => member.Name is not ("now" or "attempts");
    }

    [Fact]
    public async Task The_table_of_paths_is_what_there_is()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var document = JsonDocument.Parse(await sandbox.Client.GetStringAsync(new Uri("/__admin/openapi.json", UriKind.Relative)));
        var described = document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path =>
            path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {AnyId().Replace(path.Name, "{id}")}"));

        var shown = Page.Admin.Rows("Path").SelectMany(row => row[2] == "yes"
            ? [row[0].Trim('`'), row[0].Trim('`').Replace("/__admin/", "/__admin/merchants/{id}/", StringComparison.Ordinal)]
            : new[] { row[0].Trim('`') });

        Assert.Equal(
            described.Append("GET /__admin/openapi.json").Order(StringComparer.Ordinal),
            shown.Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public void The_retries_are_those_of_the_code() => Assert.Equal(
        RetryProfile.All.Select(profile => $"{profile.Name} | {string.Join(", ", profile.Schedule.Waits.Select(DurationText.Format))}"),
        Page.Admin.Rows("Name").Select(row => $"{row[0].Trim('`')} | {row[1]}"),
        StringComparer.Ordinal);

    [Fact]
    public void The_faults_and_misbehaviours_counted_are_as_many()
    {
        var words = NumberedWays().Match(Page.Readme.Text.ReplaceLineEndings(" "));
        Assert.Equal($"{Emulator.Faults.GatewayFaultTable.Names.Count}", words.Groups["faults"].Value);
        Assert.Equal($"{CallbackPlanKind.All.Count}", words.Groups["plans"].Value);
    }

    private static Task<Reply> PayAsync(RunningSandbox sandbox) => sandbox.CallAsync(Sandboxes.SignedCall.Payout().With("pg_post_link", "http://127.0.0.1:9/post"));

    private static async Task<JsonElement> RunAsync(RunningSandbox sandbox, string command)
    {
        command = command.Replace("$admin", $"{sandbox.Address}__admin", StringComparison.Ordinal);
        Assert.True(ShellWords.TrySplit(command, out var words, out var problem), problem);
        var method = words.SkipWhile(word => word != "-X").Skip(1).FirstOrDefault() ?? "GET";
        var body = words.SkipWhile(word => word != "--json").Skip(1).FirstOrDefault();
        using var request = new HttpRequestMessage(new HttpMethod(method), words.Single(word => word.StartsWith("http", StringComparison.Ordinal)))
        {
            Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        using var response = await sandbox.Client.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{command} → {response.StatusCode}");
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.Clone();
    }

    [GeneratedRegex("^curl .+$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Commands();

    [GeneratedRegex(@"\{[a-z]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnyId();

    [GeneratedRegex(@"one of (?<faults>[0-9]+)\s+ways .* one\s+of (?<plans>[0-9]+) for the callback", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberedWays();
}
