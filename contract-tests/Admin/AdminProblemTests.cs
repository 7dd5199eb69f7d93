using System.Text;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Admin;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Admin;

public sealed class AdminProblemTests : SandboxTest
{
    private const string Token = "open-sesame-7";

    [Theory]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("GET", "/merchants/9970/nothing", 404)]
    [InlineData("GET", "/merchants/1", 404)]
    [InlineData("PATCH", "/merchants", 405)]
    [InlineData("DELETE", "/payouts", 405)]
    [InlineData("GET", "/reset", 405)]
    [InlineData("POST", "/openapi.json", 405)]
    [InlineData("POST", "/merchants/9970", 405)]
    [InlineData("PUT", "/merchants/9970/clock/advance", 405)]
    [InlineData("GET", "/payouts?status=done", 400)]
    public async Task What_goes_wrong_is_a_problem_document_with_a_next_step(string method, string path, int status)
    {
        var problem = (await Sandbox.CallAsync(method, path, body: null)).Is(status);
        Assert.Equal(AdminProblem.ContentType, problem.ContentType);
        Assert.Equal(status, problem.Number("status"));
        Assert.Contains("/__admin/", problem.Detail, StringComparison.Ordinal);
        if (status == 405)
            Assert.All(problem.Response.Content.Headers.Allow.AssertNotEmpty(), allowed => Assert.Contains(allowed, problem.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_head_is_told_what_there_is_and_nothing_more()
    {
        Assert.Empty((await Sandbox.CallAsync("HEAD", "/merchants", body: null)).Is(200).Text);
        var head = (await Sandbox.CallAsync("HEAD", "/clock/advance", body: null)).Is(405);
        Assert.Empty(head.Text);
        Assert.Contains("POST", head.Response.Content.Headers.Allow, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("/merchants/9970/")]
    [InlineData("/MERCHANTS/9970")]
    [InlineData("//merchants//9970")]
    [InlineData("/merchants/%39970")]
    public async Task A_path_may_be_written_in_other_ways(string path) => Assert.Equal(9970, (await Sandbox.GetAsync(path)).Is(200).Number("id"));

    [Theory]
    [InlineData("")]
    [InlineData("09970")]
    [InlineData("+9970")]
    [InlineData("-9970")]
    [InlineData("9970%20")]
    [InlineData("%209970")]
    [InlineData("9970.0")]
    [InlineData("99999999999999999999999")]
    [InlineData("9223372036854775807")]
    [InlineData("%D9%A9%D9%A9%D9%A7%D9%A0")]
    [InlineData("%F0%9D%9F%97970")]
    [InlineData("%EF%BB%BF9970")]
    [InlineData("..%2F9970")]
    [InlineData("9970%2Fpayouts")]
    public async Task A_merchant_is_what_its_id_is_and_nothing_like_it(string id)
    {
        if (id.Length > 0)
            (await Sandbox.GetAsync($"/merchants/{id}/payouts")).Is(404);
        (await Sandbox.GetAsync($"/payouts?merchant={id}")).Is(404);
        Assert.DoesNotContain("merchant .", (await Sandbox.GetAsync($"/clock?merchant={id}")).Is(404).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/payouts?status=done", "status: expected process, ok, error.")]
    [InlineData("/payouts?status=OK", "status: expected process, ok, error.")]
    [InlineData("/payouts?status=", "status: expected process, ok, error.")]
    [InlineData("/callbacks?state=gone", "state: expected pending, delivered, dead, lost, rejected.")]
    [InlineData("/callbacks?payout=x", "payout: expected a whole number.")]
    [InlineData("/requests?payout=%D9%A1", "payout: expected a whole number.")]
    [InlineData("/requests?payout=1%00", "payout: expected a whole number.")]
    [InlineData("/requests/count?payout=-1", "payout: expected a whole number.")]
    [InlineData("/payouts?limit=0", "limit: expected a number from 1 to 1000.")]
    [InlineData("/payouts?limit=1001", "limit: expected a number from 1 to 1000.")]
    [InlineData("/payouts?min=x", "min: expected a number from 1 to 1000.")]
    [InlineData("/payouts?wait=61s", "wait: expected a duration from 0s to 60s, such as 5s or PT5S.")]
    [InlineData("/requests?after=x", "after: expected what an answer gave as next.")]
    [InlineData("/requests?after=1:2:3", "after: expected what an answer gave as next.")]
    [InlineData("/requests?after=", "after: expected what an answer gave as next.")]
    [InlineData("/payouts?order=A&order=B", "order: is there more than once. Give it once.")]
    [InlineData("/payouts?order=A&ORDER=B", "order: is there more than once. Give it once.")]
    [InlineData("/payouts?ordr=A", "ordr is not known here. Did you mean order? Known: merchant, order, status, after, limit, min, wait.")]
    [InlineData("/merchants/9970/payouts?merchant=1", "merchant: stands in the path already. Leave it out of the query.")]
    [InlineData("/merchants?limit=1", "limit is not known here: this path takes no parameters.")]
    [InlineData("/payouts?4405645000006150=1", "A parameter is not known here. Known: merchant, order, status, after, limit, min, wait.")]
    public async Task A_query_that_makes_no_sense_is_refused(string path, string error) =>
        Assert.Equal([error], (await Sandbox.GetAsync(path)).Is(400).Errors);

    [Fact]
    public async Task Everything_wrong_with_a_query_is_told_at_once() => Assert.Equal(
        ["status", "after", "limit", "min", "wait"],
        (await Sandbox.GetAsync("/payouts?status=x&after=x&limit=x&min=x&wait=x")).Is(400).Errors.Select(error => error.Split(':')[0]),
        StringComparer.Ordinal);

    [Theory]
    [InlineData("[]", "one JSON object")]
    [InlineData("null", "one JSON object")]
    [InlineData("7", "one JSON object")]
    [InlineData("{\n\"balance\": 1,\n!}", "line 3")]
    [InlineData("{", "line 1")]
    [InlineData("{} {}", "line 1")]
    [InlineData("balance=1", "line 1")]
    [InlineData("{\"currency\": \"\\ud800\"}", "Unicode")]
    [InlineData("{\"\\udfff\": 1}", "Unicode")]
    [InlineData("{\"callbackSchedule\": [\"0s\", \"\\ud800\"]}", "Unicode")]
    [InlineData("{\"callbackSchedule\": [[[[[[[[[[[[[[[[[[\"0s\"]]]]]]]]]]]]]]]]]]}", "not JSON")]
    [InlineData("{\"balance\": 1, \"balance\": 2}", "ambiguous")]
    [InlineData("{\"4405645000006150\": 1}", "not known here")]
    public async Task A_body_that_cannot_be_read_is_refused_everywhere(string body, string reason)
    {
        foreach (var (method, path) in ((string, string)[])
        [
            ("POST", "/merchants"), ("PUT", "/merchants/9970"), ("PUT", "/clock"), ("PUT", "/merchants/9970/clock"), ("POST", "/clock/advance"), ("POST", "/payouts/1/settle"),
        ])
        {
            var refused = (await Sandbox.CallAsync(method, path, body)).Is(400);
            Assert.Contains(reason, refused.Detail, StringComparison.Ordinal);
            Assert.DoesNotContain("4405645000006150", refused.Text, StringComparison.Ordinal);
        }

        Assert.Equal(1, (await Sandbox.GetAsync("/health")).Number("merchants"));
        Assert.Equal("1000000000", await Sandbox.BalanceAsync());
    }

    [Fact]
    public async Task A_body_that_is_no_UTF_8_is_refused()
    {
        byte[] body = [.. "{\"currency\": \""u8, 0xC3, 0x28, .. "\"}"u8];
        (await Sandbox.CallAsync("POST", "/merchants", body)).Is(400);
    }

    [Theory]
    [InlineData("POST", "/merchants")]
    [InlineData("PUT", "/merchants/9970")]
    [InlineData("PUT", "/merchants/9970/rules")]
    [InlineData("POST", "/clock/advance")]
    public async Task A_body_too_long_is_refused(string method, string path)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"currency": "{{new string('x', 1024 * 1024)}}"}""");
        var refused = (await Sandbox.CallAsync(method, path, body)).Is(413);
        Assert.Equal(AdminProblem.ContentType, refused.ContentType);
    }

    [Fact]
    public async Task A_body_full_of_nonsense_gets_a_short_answer()
    {
        var many = $$"""{{{string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"a{i}\": 1"))}}}""";
        var name = $$"""{"{{new string('x', 500_000)}}": 1}""";
        foreach (var body in (string[])[many, name])
        {
            foreach (var path in (string[])["/merchants", "/clock/advance"])
                Assert.InRange((await Sandbox.PostAsync(path, body)).Is(400).Text.Length, 1, 1000);
        }
    }

    [Fact]
    public async Task A_store_that_fails_is_a_problem_of_the_sandbox_and_its_log_says_how()
    {
        await Sandbox.GetAsync("/health");
        await Sandbox.Store.DisposeAsync();
        var failed = (await Sandbox.GetAsync("/payouts")).Is(503);
        Assert.Equal(AdminProblem.ContentType, failed.ContentType);
        Assert.Contains("log", failed.Detail, StringComparison.Ordinal);
        Assert.Contains(Sandbox.Log.Entries, entry => entry.StartsWith("Error: GET /__admin/payouts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_open_without_the_token_to_other_origins_or_under_foreign_names()
    {
        await using var locked = await RunningSandbox.StartAsync(new SandboxSettings { Merchants = [RunningSandbox.Merchant], AdminToken = AdminToken.TryCreate(Token) });
        var bearer = ("Authorization", $"Bearer {Token}");
        (await locked.CallAsync("GET", "/health", body: null, bearer)).Is(200);
        var routes = AdminRoutes.Discover(locked);
        Assert.InRange(routes.Count, 30, 100);

        foreach (var route in routes)
        {
            var method = route[..route.IndexOf(' ', StringComparison.Ordinal)];
            var path = route[(method.Length + "/__admin".Length + 1)..].Replace("{merchant}", "9970", StringComparison.Ordinal);
            (await locked.CallAsync(method, path, body: null)).Is(401);
            (await locked.CallAsync(method, path, body: null, ("Host", "evil.example.com"), bearer)).Is(403);
            if (method != "GET")
                (await locked.CallAsync(method, path, body: null, ("Origin", "http://evil.example.com"), bearer)).Is(403);
        }

        Assert.Equal(1, (await locked.CallAsync("GET", "/health", body: null, bearer)).Number("merchants"));
        Assert.Equal("ok", (await locked.CallAsync(SignedCall.Payout())).Outcome);
        Assert.DoesNotContain(Token, (await locked.CallAsync("GET", "/config", body: null, bearer)).Text + string.Concat(locked.Log.Entries.AssertNotEmpty()), StringComparison.Ordinal);
    }
}
