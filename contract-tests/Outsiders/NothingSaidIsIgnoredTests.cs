using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Admin;

namespace FreedomPaySandbox.ContractTests.Outsiders;

// From a newcomer's test suite: it named its merchant in the body of a reset, and emptied the merchants of everybody else.
public sealed class NothingSaidIsIgnoredTests : SandboxTest
{
    private const string Card = "4405645000006150";

    private protected override async Task ArrangeAsync() => await Sandbox.PayAsync("kept");

    [Theory]
    [InlineData("""{"merchant":9970}""")]
    [InlineData("{bad")]
    [InlineData("merchant=9970")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("0")]
    [InlineData("{} {}")]
    [InlineData("\u0000")]
    [InlineData("{\"\\ud800\": 1}")]
    [InlineData("{\"" + Card + "\": \"" + Card + "\"}")]
    public async Task A_body_is_refused_by_every_route_that_reads_none(string body)
    {
        var routes = await RoutesAsync();
        Assert.InRange(routes.Count(route => !route.ReadsBody), 25, 100);
        foreach (var (method, path, pattern, _) in routes.Where(route => !route.ReadsBody))
        {
            var refused = await Sandbox.CallAsync(method, path, body);
            Assert.True(refused.Status == 400, $"{method} {pattern}: HTTP {refused.Status} {refused.Text}");
            Assert.Equal(AdminProblem.ContentType, refused.ContentType);
            Assert.Contains($"{method} {pattern} reads no body, and nothing was done.", refused.Detail, StringComparison.Ordinal);
            Assert.DoesNotContain(Card, refused.Text, StringComparison.Ordinal);
        }

        await AssertNothingWasDoneAsync();
    }

    [Fact]
    public async Task A_body_is_refused_however_it_is_framed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Sandbox.Address, "/__admin/reset")) { Content = new StringContent("{bad", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;
        using var response = await Sandbox.Client.SendAsync(request);
        Assert.Equal(400, (int)response.StatusCode);
        await AssertNothingWasDoneAsync();
    }

    [Fact]
    public async Task A_body_too_long_to_read_is_refused_as_anywhere()
    {
        // Asks before it sends: the sandbox hangs up on who sends on after the refusal.
        (await Sandbox.CallAsync("POST", "/reset", new string(' ', 1024 * 1024 + 1), ("Expect", "100-continue"))).Is(413);
        (await Sandbox.PostAsync("/reset", new string('x', 1024 * 1024))).Is(400);
        await AssertNothingWasDoneAsync();
    }

    [Theory]
    [InlineData("""{"ahead":"1h"}""")]
    [InlineData("""{"frozen":true,"ahead":"0s"}""")]
    public async Task What_a_clock_shows_and_does_not_take_is_refused(string body)
    {
        var refused = await Sandbox.CallAsync("PUT", "/clock", body);
        Assert.Equal(400, refused.Status);
        Assert.Contains("ahead: is shown and not taken", refused.Text, StringComparison.Ordinal);
        Assert.Contains("\"frozen\":false", (await Sandbox.GetAsync("/clock")).Is(200).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("{}")]
    [InlineData(" { } ")]
    public async Task A_body_that_says_nothing_is_as_good_as_none(string? body)
    {
        (await Sandbox.PostAsync("/clock/reset", body)).Is(200);
        (await Sandbox.CallAsync("GET", "/health", body)).Is(200);
        (await Sandbox.CallAsync("DELETE", "/merchants/9970/rules", body)).Is(200);
        (await Sandbox.PostAsync("/reset", body)).Is(200);
    }

    [Fact]
    public async Task A_parameter_is_refused_by_every_route_that_reads_none()
    {
        foreach (var (method, path, pattern, _) in await RoutesAsync())
        {
            foreach (var name in (string[])["nonsense", "", "%00", Card])
            {
                var refused = await Sandbox.CallAsync(method, $"{path}?{name}=1", body: null);
                Assert.True(refused.Status == 400, $"{method} {pattern}?{name}: HTTP {refused.Status} {refused.Text}");
                Assert.DoesNotContain(Card, refused.Text, StringComparison.Ordinal);
            }
        }

        await AssertNothingWasDoneAsync();
    }

    [Theory]
    [InlineData("POST", "/reset", """{"merchant":9970}""", "merchant is not known here. Call POST /__admin/merchants/9970/reset.")]
    [InlineData("POST", "/reset", """{"merchant":"9970"}""", "merchant is not known here. Call POST /__admin/merchants/9970/reset.")]
    [InlineData("POST", "/reset", """{"merchant":null}""", "merchant is not known here. Call POST /__admin/merchants/{merchant}/reset.")]
    [InlineData("POST", "/reset", """{"merchant":4405645000006150}""", "merchant is not known here. Call POST /__admin/merchants/{merchant}/reset.")]
    [InlineData("POST", "/merchants/9970/reset", """{"merchant":9970}""", "merchant: stands in the path already.")]
    [InlineData("POST", "/clock/reset", """{"now":"2026-01-15T09:00:00Z"}""", "now is not known here. PUT /__admin/clock reads it in its body.")]
    [InlineData("POST", "/merchants/9970/clock/reset", """{"by":"1h"}""", "by is not known here. POST /__admin/merchants/{merchant}/clock/advance reads it in its body.")]
    [InlineData("DELETE", "/merchants/9970/rules", """{"rules":[]}""", "rules is not known here. PUT /__admin/merchants/{merchant}/rules reads it in its body.")]
    [InlineData("DELETE", "/merchants/9970", """{"balance":1}""", "balance is not known here. PUT /__admin/merchants/{merchant} reads it in its body.")]
    [InlineData("GET", "/payouts", """{"status":"ok"}""", "status: belongs in the query of this path.")]
    [InlineData("GET", "/health", """{"nonsense":1}""", "nonsense is not known here.")]
    public async Task A_body_that_is_not_read_is_told_where_it_belongs(string method, string path, string body, string error) =>
        Assert.Equal([error], (await Sandbox.CallAsync(method, path, body)).Is(400).Errors);

    [Theory]
    [InlineData("POST", "/reset?merchant=9970", "merchant is not known here: this path takes no parameters. Call POST /__admin/merchants/9970/reset.")]
    [InlineData("POST", "/clock/advance?by=1h", "by is not known here. It belongs in the body.")]
    [InlineData("POST", "/clock/reset?now=2026-01-15T09:00:00Z", "now is not known here. PUT /__admin/clock reads it in its body.")]
    public async Task A_parameter_that_is_not_read_is_told_where_it_belongs(string method, string path, string error) =>
        Assert.Equal([error], (await Sandbox.CallAsync(method, path, body: null)).Is(400).Errors);

    private async Task AssertNothingWasDoneAsync()
    {
        Assert.Equal(["kept"], (await Sandbox.GetAsync("/payouts")).Is(200).Each("payouts", "orderId"));
        Assert.Equal(1, (await Sandbox.GetAsync("/health")).Number("merchants"));
    }

    // As they are mapped, so that a new one cannot be forgotten; which of them read a body, the description says.
    private async Task<IReadOnlyList<(string Method, string Path, string Pattern, bool ReadsBody)>> RoutesAsync()
    {
        var described = (await Sandbox.GetAsync("/openapi.json")).Is(200)["paths"];
        return [.. AdminRoutes.Discover(Sandbox).Select(route =>
        {
            var (method, pattern) = (route[..route.IndexOf(' ', StringComparison.Ordinal)], route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            var path = pattern["/__admin".Length..].Replace("{merchant}", "9970", StringComparison.Ordinal);
            var readsBody = described.TryGetProperty(pattern, out var operations)
                && operations.TryGetProperty(method.ToLowerInvariant(), out var operation)
                && operation.TryGetProperty("requestBody", out _);
            return (method, path, pattern, readsBody);
        })];
    }
}
