using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Sandboxes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace FreedomPaySandbox.ContractTests.Fuzzing;

/// <summary>
/// Every route there is (admin API, dashboard, recipients' pages, gateway, probes, streams and long polls among them), called with what is
/// known, what is near it and what is hostile. No answer is an accident, none shows a secret or a card, and the sandbox works on.
/// </summary>
public sealed class RouteFuzzTests(ITestOutputHelper output) : SandboxTest
{
    private const int PerRun = 6_000;
    private const int AtOnce = 4;
    private const int MostShown = 8;
    private const string Card = "4405645000006150";

    /// <summary>Until a stream or a long poll is left, which end by a clock that stands here.</summary>
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(40);

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);

    private static readonly string[] s_values =
    [
        "9970", "530123", "0", "-1", "1", "99999999999999999999", "fuzz-1", "fuzz-2", "ok", "process", "error", "true", "false", "en", "ru", "2026-01-15T09:00:00Z", "1h", "P1M", "0s", "*", "salary-*", "fuzz",
        "p2p2nonreg", "%", "'", "", " ", "1e9", "ж", "\u202e", "..", ".", "a/b", "\0", "<script>", Card,
    ];

    private static readonly string[] s_bodies =
    [
        "{}", "[]", """{"by":"1s"}""", """{"now":"2026-01-15T10:00:00Z","frozen":true}""", """{"outcome":"success"}""", """[{"when":{"orderId":"fuzz-*"},"then":{"outcome":"error 10001"}}]""",
        """{"name":"shop","openingBalance":"1000"}""", """{"pan":"4405645000006150","userId":"1"}""", """{"curl":"curl http://localhost:8585/g2g/p2p2nonreg -F 'pg_merchant_id=9970' -F 'pg_sig=00'"}""",
        """{"url":"/g2g/p2p2nonreg","body":"pg_amount=1&pg_sig=00","contentType":"application/x-www-form-urlencoded"}""", "merchant=9970&payment=1&callback=1", "rules=%5B%5D&merchant=9970", "by=1h&merchant=9970", "token=wrong",
        "pg_card_pan=4405645000006150&pg_card_name=A", "", "null",
    ];

    private static readonly string?[] s_types = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "text/plain", "application/json; charset=utf-16", null, "/;"];
    private static readonly string[] s_methods = ["GET", "GET", "GET", "HEAD", "POST", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FUZZ"];

    private static readonly string[] s_headers =
    [
        "Accept-Language", "Cookie", "Origin", "Sec-Fetch-Site", "If-None-Match", "Last-Event-ID", "Accept", "X-Forwarded-For", "X-Forwarded-Host", "Authorization", "Referer", "traceparent", "Prefer", "Range",
    ];

    private readonly ConcurrentDictionary<int, int> _statuses = new();
    private readonly ConcurrentQueue<string> _failed = new();
    private (string Method, string Pattern)[] _routes = [];
    private string[] _known = [];
    private string[] _parameters = [];

    private protected override async Task ArrangeAsync()
    {
        Sandbox.Client.Timeout = s_longest;
        var description = JsonNode.Parse((await Sandbox.GetAsync("/openapi.json")).Text)!;
        _parameters = [.. description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).SelectMany(GetNames).Distinct(StringComparer.Ordinal)];
        using (var page = await Sandbox.Client.GetAsync(new Uri("/", UriKind.Relative)))
            Assert.True(page.IsSuccessStatusCode);
        _routes =
        [
            .. Sandbox.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (method, endpoint.RoutePattern.RawText!))),
        ];
        await RefillAsync();
    }

    [Fact]
    public void The_fuzzer_knows_all_kinds_of_routes()
    {
        foreach (var kind in new[] { "/__admin/", "/dashboard/reset", "/g2g/", "/readyz", "/payouts", "/pages/" })
            Assert.Contains(_routes, route => route.Pattern.Contains(kind, StringComparison.Ordinal) || ("/" + route.Pattern).Contains(kind, StringComparison.Ordinal));
        Assert.InRange(_routes.Length, 60, 400);
        Assert.InRange(_parameters.Length, 8, 200);
    }

    [Fact]
    public async Task Whatever_a_route_is_called_with_it_answers_and_the_sandbox_works_on()
    {
        var run = FuzzRun.Create(PerRun);
        foreach (var some in run.Numbers.Chunk(500))
        {
            await Parallel.ForEachAsync(some, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, cancellation) => await TryAsync(run, number));
            await RefillAsync();
        }

        Assert.True(_failed.IsEmpty, $"{_failed.Count} calls failed, among them\n{string.Join("\n\n", _failed.Take(MostShown))}");
        output.WriteLine($"{run}: {run.Cases} calls over {_routes.Length} routes: {string.Join(", ", _statuses.OrderBy(status => status.Key).Select(status => $"{(status.Key == 0 ? "left" : status.Key)} {status.Value}"))}");
        Assert.Equal(200, (int)(await Sandbox.Client.GetAsync(new Uri("/readyz", UriKind.Relative))).StatusCode);
        Assert.DoesNotContain(Sandbox.Log.Entries.AssertNotEmpty(), entry => entry.StartsWith("Error", StringComparison.Ordinal) || entry.StartsWith("Critical", StringComparison.Ordinal));
        if (run.Cases >= PerRun)
            Assert.All([200, 400, 404], status => Assert.InRange(_statuses.GetValueOrDefault(status), run.Cases / 100, run.Cases));
    }

    private async Task TryAsync(FuzzRun run, long number)
    {
        var dice = run.Dice(number);
        var (told, waits) = ("", false);
        try
        {
            using var request = Request(dice, out waits);
            told = $"{request}\n{(request.Content is null ? "" : await request.Content.ReadAsStringAsync())}";
            using var leaving = new CancellationTokenSource(waits ? s_look : s_longest, TimeProvider.System);
            using var response = await Sandbox.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, leaving.Token);
            _statuses.AddOrUpdate((int)response.StatusCode, 1, (_, times) => times + 1);
            Assert.True((int)response.StatusCode is < 500 or 501, $"HTTP {(int)response.StatusCode}");
            var text = response.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "" : await response.Content.ReadAsStringAsync(leaving.Token);
            Assert.DoesNotContain(Card, text, StringComparison.Ordinal);
        }
        catch (OperationCanceledException) when (waits)
        {
            _statuses.AddOrUpdate(0, 1, (_, times) => times + 1);
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError == HttpRequestError.ResponseEnded || fault.InnerException is IOException)
        {
            // A fault that a rule has planned, on a gateway's route.
            Assert.Contains("/g2g/", told, StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            _failed.Enqueue(run.Failure(number, fault, told));
        }
    }

    private HttpRequestMessage Request(Dice dice, out bool waits)
    {
        var (method, pattern) = dice.Pick(_routes);
        if (dice.OneIn(8))
            method = dice.Pick(s_methods);
        var target = new StringBuilder("/").AppendJoin('/', pattern.Trim('/').Split('/').Select(part => part.StartsWith('{') ? Value(dice) : dice.OneIn(200) ? Value(dice) : part));
        for (var more = dice.Below(4); more > 0; more--)
            target.Append(target.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?').Append(dice.OneIn(5) ? Value(dice) : dice.Pick(_parameters)).Append('=').Append(Value(dice));
        var path = target.ToString();
        waits = path.Contains("wait", StringComparison.OrdinalIgnoreCase) || path.Contains("events", StringComparison.Ordinal);
        var address = new Uri(Sandbox.Address.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method is not ("GET" or "HEAD" or "TRACE") || dice.OneIn(20))
            request.Content = Body(dice);
        for (var more = dice.Below(3); more > 0; more--)
            request.Headers.TryAddWithoutValidation(dice.Pick(s_headers), Latin(dice.OneIn(2) ? Mutation.Token(dice) : dice.Pick(s_values)));
        if (method == "TRACE")
            request.Content = null;
        return request;
    }

    private static ByteArrayContent Body(Dice dice)
    {
        var body = Encoding.UTF8.GetBytes(dice.Pick(s_bodies));
        if (dice.OneIn(2))
            body = Mutation.Spoil(body, dice);
        var content = new ByteArrayContent(body);
        var type = dice.OneIn(3) ? dice.Pick(s_types) : body.AsSpan().IndexOfAny("{["u8) == 0 ? s_types[0] : s_types[1];
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    // As a browser or a script would put it into an address, or as it is where that can be sent at all.
    private string Value(Dice dice)
    {
        var value = dice.Below(10) switch
        {
            < 5 => dice.Pick(_known),
            < 8 => dice.Pick(s_values),
            _ => Mutation.Token(dice),
        };
        return dice.OneIn(6) ? Latin(value).Replace(' ', '+').Replace('#', '_') : Uri.EscapeDataString(value);
    }

    private static string Latin(string text) => string.Concat(text.Where(letter => letter is > ' ' and < '\u007f'));

    // What the calls before have removed is there again, under the names that the next ones use.
    private async Task RefillAsync()
    {
        await Sandbox.PutAsync("/merchants/9970/rules", "[]");
        foreach (var order in new[] { "fuzz-1", "fuzz-2" })
            await Sandbox.CallAsync(SignedCall.Payout(order, card: Card));
        var payouts = await Sandbox.GetAsync("/payouts");
        var requests = await Sandbox.GetAsync("/requests");
        var callbacks = await Sandbox.GetAsync("/callbacks");
        _known = [.. new[] { payouts, requests, callbacks }.SelectMany(list => GetIds(JsonNode.Parse(list.Text))).Append("9970").Distinct(StringComparer.Ordinal).Take(60)];
        Assert.NotEmpty(_known);
    }

    private static IEnumerable<string> GetIds(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member =>
            member.Key.EndsWith("id", StringComparison.OrdinalIgnoreCase) && member.Value is JsonValue value ? [$"{value}"] : GetIds(member.Value)),
        JsonArray list => list.SelectMany(GetIds),
        _ => [],
    };

    private static IEnumerable<string> GetNames(KeyValuePair<string, JsonNode?> operation) =>
        operation.Value is JsonObject members && members["parameters"] is JsonArray parameters ? parameters.Select(parameter => (string)parameter!["name"]!) : [];
}
