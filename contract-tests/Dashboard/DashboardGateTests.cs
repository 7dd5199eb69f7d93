using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Dashboard;

/// <summary>The dashboard is closed to whom the admin API is closed to.</summary>
public sealed class DashboardGateTests
{
    private const string Token = "open-sesame-7";

    private static readonly string[] s_pages =
        ["/", "/payouts/9970/1", "/requests", "/requests/9970-1", "/rules/9970", "/clock", "/merchants", "/findings", "/reset", "/dashboard/events", "/dashboard/nothing"];

    private static readonly string[] s_forms =
        ["/dashboard/resend", "/dashboard/settle", "/dashboard/rules", "/dashboard/rules/default", "/dashboard/clock", "/dashboard/reset"];

    [Fact]
    public async Task A_name_that_a_stranger_could_have_is_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var visitor = new Visitor(sandbox);
        visitor.Headers["Host"] = "evil.com";
        foreach (var page in s_pages)
        {
            var seen = await visitor.GetAsync(page);
            Assert.Equal(403, seen.Status);
            Assert.Contains("--allowed-hosts", seen.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("evil.com", seen.Html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Origin", "http://evil.com")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Forms_of_other_pages_do_nothing(string header, string value)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var visitor = new Visitor(sandbox);
        await sandbox.CallAsync(SignedCall.Payout());
        visitor.Headers[header] = value;
        foreach (var form in s_forms)
            Assert.Equal(403, (await visitor.PostAsync(form, ("merchant", "9970"))).Status);
        Assert.Single(await sandbox.PayoutsAsync());
        Assert.Equal(200, (await visitor.GetAsync("/")).Status);
    }

    [Theory]
    [InlineData("pay.shop.test", "https://pay.shop.test", 303)]
    [InlineData("127.0.0.1", "https://pay.shop.test", 303)]
    [InlineData("pay.shop.test", "https://evil.test", 403)]
    [InlineData("evil.test", "https://pay.shop.test", 403)]
    public async Task Behind_a_proxy_forms_come_from_the_public_address(string host, string origin, int status)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxSettings { PublicUrl = "https://pay.shop.test", Merchants = [RunningSandbox.Merchant] });
        await using var visitor = new Visitor(sandbox);
        visitor.Headers["Host"] = host;
        visitor.Headers["Origin"] = origin;
        visitor.Headers["Sec-Fetch-Site"] = "same-origin";
        Assert.Equal(status, (await visitor.PostAsync("/dashboard/reset", ("merchant", "9970"))).Status);
    }

    [Fact]
    public async Task Forms_are_posted_and_never_fetched()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var visitor = new Visitor(sandbox);
        await sandbox.CallAsync(SignedCall.Payout());
        foreach (var form in s_forms)
            Assert.NotEqual(303, (await visitor.GetAsync(form + "?merchant=9970")).Status);
        Assert.Single(await sandbox.PayoutsAsync());
    }

    [Fact]
    public async Task What_is_no_form_is_a_page_that_says_so()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var visitor = new Visitor(sandbox);
        foreach (var form in s_forms)
        {
            using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
            var seen = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(form, UriKind.Relative)) { Content = json });
            Assert.Equal((400, "The form cannot be read"), (seen.Status, seen.Heading));
        }
    }

    [Fact]
    public async Task With_a_token_nothing_is_open_before_it_is_shown()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxSettings { AdminToken = AdminToken.TryCreate(Token), Merchants = [RunningSandbox.Merchant] });
        await using var visitor = new Visitor(sandbox);
        await sandbox.CallAsync(SignedCall.Payout());
        foreach (var page in s_pages)
        {
            var seen = await visitor.GetAsync(page);
            Assert.Equal((401, "This sandbox has a token"), (seen.Status, seen.Heading));
            Assert.DoesNotContain("9970", seen.Html.Replace(page, "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        foreach (var form in s_forms)
            Assert.Equal(401, (await visitor.PostAsync(form, ("merchant", "9970"))).Status);
        Assert.Single(await sandbox.PayoutsAsync());
    }

    [Fact]
    public async Task The_token_opens_the_page_that_was_asked_for()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxSettings { AdminToken = AdminToken.TryCreate(Token), Merchants = [RunningSandbox.Merchant] });
        await using var visitor = new Visitor(sandbox);
        var asked = await visitor.GetAsync("/requests?outcome=ok");

        var wrong = await visitor.PostAsync("/dashboard/login", ("next", "/requests?outcome=ok"), ("token", "open-sesame-8"));
        Assert.Equal(401, wrong.Status);
        Assert.Equal("alert", wrong.Page.GetElementById("token-error")!.GetAttribute("role"));
        Assert.DoesNotContain("open-sesame", wrong.Html, StringComparison.Ordinal);

        var answer = await visitor.PostAsync("/dashboard/login", ("next", asked.Page.QuerySelector("input[name=next]")!.GetAttribute("value")!), ("token", Token));
        Assert.Equal((303, "/requests?outcome=ok"), (answer.Status, answer.Location));
        var cookie = answer.Headers["Set-Cookie"];
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Token, cookie, StringComparison.Ordinal);
        var seen = await visitor.GetAsync("/requests");
        Assert.Equal(200, seen.Status);

        await visitor.PressOutAsync(seen);
        Assert.Equal(401, (await visitor.GetAsync("/")).Status);
    }

    [Theory]
    [InlineData("//evil.com")]
    [InlineData("/\\evil.com")]
    [InlineData("http://evil.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    [InlineData("/dashboard/logout")]
    public async Task Nobody_is_led_elsewhere(string next)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxSettings { AdminToken = AdminToken.TryCreate(Token), Merchants = [RunningSandbox.Merchant] });
        await using var visitor = new Visitor(sandbox);
        Assert.Equal("/", (await visitor.PostAsync("/dashboard/login", ("next", next), ("token", Token))).Location);
    }

    [Fact]
    public async Task A_script_may_bear_the_token_instead()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxSettings { AdminToken = AdminToken.TryCreate(Token), Merchants = [RunningSandbox.Merchant] });
        await using var visitor = new Visitor(sandbox);
        visitor.Headers["Authorization"] = "Bearer " + Token;
        Assert.Equal(200, (await visitor.GetAsync("/")).Status);
    }

    [Fact]
    public async Task The_gateway_keeps_its_paths()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        Assert.Equal(404, (await sandbox.CallAsync(SignedCall.Payout() with { Path = "/" })).Status);
        Assert.Equal("ok", (await sandbox.CallAsync(SignedCall.Payout())).Outcome);
    }
}
