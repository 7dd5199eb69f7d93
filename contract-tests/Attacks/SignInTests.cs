using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Dashboard;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Attacks;

// Somebody who reaches the port of a sandbox with an admin token, and has a copied cookie or a list of tokens to try.
public sealed class SignInTests : SandboxTest
{
    private const string Token = "open-sesame-7";

    private protected override SandboxSettings Settings => new() { AdminToken = AdminToken.TryCreate(Token), Merchants = [RunningSandbox.Merchant] };

    [Fact]
    public async Task Cookie_differs_at_every_sign_in()
    {
        var cookies = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 5; i++)
        {
            await using var visitor = new Visitor(Sandbox);
            cookies.Add(await SignInAsync(visitor));
        }

        Assert.Equal(5, cookies.Count);
        Assert.All(cookies, cookie => Assert.InRange(cookie.Length, 32, 100));
    }

    [Fact]
    public async Task Copied_cookie_ends_when_its_owner_signs_out()
    {
        await using var owner = new Visitor(Sandbox);
        await using var other = new Visitor(Sandbox);
        await using var thief = new Visitor(Sandbox);
        var cookie = await SignInAsync(owner);
        await SignInAsync(other);
        thief.Cookies.Add(Sandbox.Address, new System.Net.Cookie($"fps-pass-{Sandbox.Address.Port}", cookie));
        Assert.Equal(200, (await thief.GetAsync("/")).Status);

        await owner.PressOutAsync(await owner.GetAsync("/"));

        Assert.Equal(401, (await thief.GetAsync("/")).Status);
        Assert.Equal(200, (await other.GetAsync("/")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("open-sesame-7")]
    public async Task Made_up_cookie_opens_nothing(string cookie)
    {
        await using var visitor = new Visitor(Sandbox);
        visitor.Cookies.Add(Sandbox.Address, new System.Net.Cookie($"fps-pass-{Sandbox.Address.Port}", cookie));
        Assert.Equal(401, (await visitor.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Wrong_tokens_are_soon_answered_late_by_the_admin_API()
    {
        var statuses = new List<int>();
        for (var i = 0; i < 200; i++)
            statuses.Add((await BearAsync($"guess-number-{i}")).Status);
        Assert.InRange(statuses.Count(status => status == 401), 3, 10);
        Assert.Equal(429, statuses[^1]);

        var slowed = await BearAsync(Token);
        Assert.Equal(429, slowed.Status);
        Assert.Contains("wrong tokens", slowed.Detail, StringComparison.Ordinal);
        var wait = slowed.Response.Headers.RetryAfter!.Delta!.Value;
        Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Sandbox.Time.Advance(wait);
        Assert.Equal(200, (await BearAsync(Token)).Status);
    }

    [Fact]
    public async Task Wrong_tokens_are_soon_answered_late_by_the_dashboard()
    {
        await using var visitor = new Visitor(Sandbox);
        for (var i = 0; i < 20; i++)
            await visitor.PostAsync("/dashboard/login", ("next", "/"), ("token", $"guess-number-{i}"));
        var slowed = await visitor.PostAsync("/dashboard/login", ("next", "/"), ("token", Token));
        Assert.Equal(429, slowed.Status);
        Assert.NotEmpty(slowed.Headers["Retry-After"]);
        Assert.Contains("wait", slowed.Page.GetElementById("token-error")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(429, (await BearAsync(Token)).Status);

        Sandbox.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(303, (await visitor.PostAsync("/dashboard/login", ("next", "/"), ("token", Token))).Status);
    }

    // Who is signed in stays so while others guess.
    [Fact]
    public async Task Guesses_of_others_do_not_shut_out_who_is_signed_in()
    {
        await using var visitor = new Visitor(Sandbox);
        await SignInAsync(visitor);
        for (var i = 0; i < 50; i++)
            await BearAsync($"guess-number-{i}");
        Assert.Equal(200, (await visitor.GetAsync("/")).Status);
    }

    // A test suite with an old token in its settings is no guesser: it tries one token again and again.
    [Fact]
    public async Task One_wrong_token_again_and_again_shuts_nobody_out()
    {
        for (var i = 0; i < 100; i++)
            Assert.Equal(401, (await BearAsync("yesterday's-token")).Status);
        Assert.Equal(200, (await BearAsync(Token)).Status);
    }

    private static async Task<string> SignInAsync(Visitor visitor)
    {
        var answer = await visitor.PostAsync("/dashboard/login", ("next", "/"), ("token", Token));
        Assert.Equal(303, answer.Status);
        return visitor.Cookies.GetAllCookies().Single(cookie => cookie.Name.StartsWith("fps-pass-", StringComparison.Ordinal)).Value;
    }

    private Task<AdminAnswer> BearAsync(string token) => Sandbox.CallAsync("GET", "/merchants", json: null, ("Authorization", "Bearer " + token));
}
