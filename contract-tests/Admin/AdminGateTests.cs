using System.Text.Json;
using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Admin;
using FreedomPaySandbox.Emulator.Settings;
using Microsoft.AspNetCore.Http;

namespace FreedomPaySandbox.ContractTests.Admin;

public sealed class AdminGateTests : IAsyncLifetime
{
    private const string Thing = "/__admin/thing";
    private const string Token = "open-sesame-7";

    private GatedApp _open = null!;
    private GatedApp _locked = null!;
    private GatedApp _proxied = null!;
    private GatedApp _named = null!;

    private string Own => _open.Address.GetLeftPart(UriPartial.Authority);

    public async Task InitializeAsync()
    {
        _open = await GatedApp.StartAsync(new SandboxSettings { Url = "http://my.sandbox.test:8585", AllowedHosts = ["Allowed.example.com", "xn--k1acq28db.kg"] });
        _locked = await GatedApp.StartAsync(new SandboxSettings { AdminToken = AdminToken.TryCreate(Token) });
        _proxied = await GatedApp.StartAsync(new SandboxSettings { PublicUrl = "https://pay.shop.test/sandbox" });
        _named = await GatedApp.StartAsync(new SandboxSettings { PublicUrl = "https://төлөм.kg" });
    }

    public async Task DisposeAsync()
    {
        await _named.DisposeAsync();
        await _proxied.DisposeAsync();
        await _open.DisposeAsync();
        await _locked.DisposeAsync();
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost:8585")]
    [InlineData("LOCALHOST")]
    [InlineData("app.localhost:8585")]
    [InlineData("127.0.0.1")]
    [InlineData("192.168.1.7:8585")]
    [InlineData("[::1]:8585")]
    [InlineData("[::1]")]
    [InlineData("sandbox")]
    [InlineData("freedom-pay:8585")]
    [InlineData("host.docker.internal:8585")]
    [InlineData("my.sandbox.test")]
    [InlineData("MY.sandbox.TEST:1")]
    [InlineData("allowed.example.com")]
    [InlineData("xn--k1acq28db.kg")]
    public async Task A_name_that_no_stranger_can_have_is_served(string host) =>
        Assert.Equal(200, await _open.StatusAsync("GET", Thing, ("Host", host)));

    [Fact]
    public async Task A_public_name_of_other_letters_is_known_as_browsers_send_it()
    {
        Assert.Equal(200, await _named.StatusAsync("GET", Thing, ("Host", "xn--k1acq28db.kg")));
        Assert.Equal(403, await _named.StatusAsync("GET", Thing, ("Host", "xn--e1aybc.kg")));
    }

    [Theory]
    [InlineData("evil.com")]
    [InlineData("evil.com:8585")]
    [InlineData("EVIL.COM")]
    [InlineData("localhost.evil.com")]
    [InlineData("127.0.0.1.nip.io")]
    [InlineData("evillocalhost.com")]
    [InlineData("evil.internal.com")]
    [InlineData("localhost.")]
    [InlineData("allowed.example.com.evil.com")]
    [InlineData("sub.allowed.example.com")]
    [InlineData("my.sandbox.test.")]
    public async Task Another_name_is_refused_with_the_flag_that_lets_it_in(string host)
    {
        var detail = await AssertProblemAsync(_open, 403, "GET", Thing, ("Host", host));
        Assert.Contains("--allowed-hosts", detail, StringComparison.Ordinal);
        Assert.DoesNotContain(host, detail, StringComparison.Ordinal);
    }

    [Fact]
    public void No_name_at_all_is_refused() =>
        Assert.False(new AdminHosts(["http://localhost:8585"], [""]).Allows(new HostString("")));

    [Theory]
    [InlineData("/elsewhere")]
    [InlineData("/__administration")]
    [InlineData("/")]
    public async Task Everything_else_passes_by(string path)
    {
        (string, string)[] headers = [("Host", "evil.com"), ("Origin", "http://evil.com"), ("Sec-Fetch-Site", "cross-site")];
        var expected = path == "/elsewhere" ? 200 : 404;
        var (status, body, _) = await _locked.SendAsync("POST", path, headers);
        Assert.Equal((expected, expected == 200 ? "fine" : ""), (status, body));
    }

    [Theory]
    [InlineData("/__admin")]
    [InlineData("/__admin/")]
    [InlineData("/__ADMIN/thing")]
    [InlineData("/%5F%5Fadmin/thing")]
    [InlineData("/x/../__admin/thing")]
    [InlineData("/__admin/thing?token=open-sesame-7")]
    [InlineData("/__admin/openapi.json")]
    [InlineData("/__admin/no/such/path")]
    public async Task Nothing_of_it_is_open_without_the_token(string path)
    {
        var detail = await AssertProblemAsync(_locked, 401, "GET", path);
        Assert.Contains("Authorization: Bearer", detail, StringComparison.Ordinal);
        var (_, _, response) = await _locked.SendAsync("GET", path);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("Bearer open-sesame-7", 200)]
    [InlineData("bearer  open-sesame-7 ", 200)]
    [InlineData("Bearer open-sesame-8", 401)]
    [InlineData("Bearer open-sesame-77", 401)]
    [InlineData("Bearer open-sesame-", 401)]
    [InlineData("Bearer OPEN-SESAME-7", 401)]
    [InlineData("Bearer", 401)]
    [InlineData("Bearer ", 401)]
    [InlineData("Basic open-sesame-7", 401)]
    [InlineData("open-sesame-7", 401)]
    [InlineData("", 401)]
    public async Task The_token_opens_and_nothing_like_it(string header, int status) =>
        Assert.Equal(status, await _locked.StatusAsync("GET", Thing, ("Authorization", header)));

    [Fact]
    public async Task Two_tokens_are_none() => Assert.Equal(
        401, await _locked.StatusAsync("GET", Thing, ("Authorization", "Bearer " + Token), ("Authorization", "Bearer wrong-one")));

    [Fact]
    public async Task With_the_token_the_other_rules_hold_all_the_same()
    {
        var bearer = ("Authorization", "Bearer " + Token);
        Assert.Equal(403, await _locked.StatusAsync("GET", Thing, bearer, ("Host", "evil.com")));
        Assert.Equal(403, await _locked.StatusAsync("PUT", Thing, bearer, ("Origin", "http://evil.com")));
        Assert.Equal(200, await _locked.StatusAsync("PUT", Thing, bearer));
    }

    [Fact]
    public async Task The_token_is_shown_nowhere()
    {
        Assert.DoesNotContain(Token, new SandboxSettings { AdminToken = AdminToken.TryCreate(Token) }.ToString(), StringComparison.Ordinal);
        var (_, body, _) = await _locked.SendAsync("GET", Thing, ("Authorization", "Bearer " + Token + "x"));
        Assert.DoesNotContain(Token, body, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, string.Concat(_locked.Log.Entries.AssertNotEmpty()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("OPTIONS")]
    public async Task Pages_of_the_sandbox_and_calls_of_no_page_may_change_it(string method)
    {
        Assert.Equal(200, await _open.StatusAsync(method, Thing));
        Assert.Equal(200, await _open.StatusAsync(method, Thing, ("Origin", Own)));
        Assert.Equal(200, await _open.StatusAsync(method, Thing, ("Origin", Own.ToUpperInvariant()), ("Sec-Fetch-Site", "same-origin")));
        Assert.Equal(200, await _open.StatusAsync(method, Thing, ("Sec-Fetch-Site", "none")));
        Assert.Equal(200, await _open.StatusAsync(method, Thing, ("Host", "localhost"), ("Origin", "http://localhost:80")));
        Assert.Equal(200, await _open.StatusAsync(method, Thing, ("Host", "localhost:80"), ("Origin", "http://localhost")));
        Assert.Equal(200, await _open.StatusAsync(method, Thing, ("Host", "[::1]:8585"), ("Origin", "http://[::1]:8585")));
    }

    [Theory]
    [InlineData("http://evil.com", null)]
    [InlineData("null", null)]
    [InlineData("", null)]
    [InlineData("http://localhost:3000", null)]
    [InlineData("https://localhost:8585", null)]
    [InlineData("http://127.0.0.1:8585", null)]
    [InlineData("http://localhost", null)]
    [InlineData("http://localhost:8585.evil.com", null)]
    [InlineData(null, "cross-site")]
    [InlineData(null, "same-site")]
    [InlineData(null, "")]
    [InlineData("http://localhost:8585", "cross-site")]
    [InlineData("http://evil.com", "same-origin")]
    public async Task Pages_from_elsewhere_may_look_and_not_change(string? origin, string? site)
    {
        List<(string, string)> headers = [("Host", "localhost:8585")];
        if (origin is not null)
            headers.Add(("Origin", origin));
        if (site is not null)
            headers.Add(("Sec-Fetch-Site", site));

        foreach (var method in (string[])["PUT", "POST", "DELETE", "PATCH", "OPTIONS"])
        {
            await AssertProblemAsync(_open, 403, method, Thing, [.. headers]);
            var (_, _, response) = await _open.SendAsync(method, Thing, [.. headers]);
            Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        }

        Assert.Equal(200, await _open.StatusAsync("GET", Thing, [.. headers]));
        Assert.Equal(200, await _open.StatusAsync("HEAD", Thing, [.. headers]));
    }

    [Theory]
    [InlineData("pay.shop.test")]
    [InlineData("PAY.shop.test:443")]
    [InlineData("localhost:8585")]
    public async Task Behind_a_proxy_the_public_address_is_its_own(string host)
    {
        Assert.Equal(200, await _proxied.StatusAsync("GET", Thing, ("Host", host)));
        Assert.Equal(200, await _proxied.StatusAsync("PUT", Thing, ("Host", host), ("Origin", "https://pay.shop.test"), ("Sec-Fetch-Site", "same-origin")));
    }

    [Theory]
    [InlineData("http://pay.shop.test:8443", null)]
    [InlineData("https://evil.pay.shop.test", null)]
    [InlineData("https://shop.test", null)]
    [InlineData("https://pay.shop.test", "same-site")]
    [InlineData("https://pay.shop.test", "cross-site")]
    public async Task And_nobody_elses(string origin, string? site)
    {
        List<(string, string)> headers = [("Host", "pay.shop.test"), ("Origin", origin)];
        if (site is not null)
            headers.Add(("Sec-Fetch-Site", site));
        await AssertProblemAsync(_proxied, 403, "PUT", Thing, [.. headers]);
        await AssertProblemAsync(_proxied, 403, "GET", Thing, ("Host", "shop.test"));
        await AssertProblemAsync(_open, 403, "PUT", Thing, ("Host", "localhost"), ("Origin", "https://pay.shop.test"));
    }

    [Theory]
    [InlineData("/__admin")]
    [InlineData("/__admin/no/such/path")]
    public async Task An_unknown_path_names_the_list_of_those_there_are(string path) =>
        Assert.Contains("/__admin/openapi.json", await AssertProblemAsync(_open, 404, "GET", path), StringComparison.Ordinal);

    [Fact]
    public async Task A_wrong_method_is_told_the_right_ones()
    {
        var detail = await AssertProblemAsync(_open, 405, "DELETE", Thing);
        Assert.Contains("PUT", detail, StringComparison.Ordinal);
        var (_, _, response) = await _open.SendAsync("DELETE", Thing);
        Assert.Contains("PUT", response.Content.Headers.Allow, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_fault_is_in_the_log_and_not_in_the_answer()
    {
        await AssertProblemAsync(_open, 500, "GET", "/__admin/failing");
        var (_, body, _) = await _open.SendAsync("GET", "/__admin/failing");
        Assert.DoesNotContain(GatedApp.Fault, body, StringComparison.Ordinal);
        Assert.Contains(_open.Log.Entries, entry => entry.Contains("GET /__admin/failing", StringComparison.Ordinal) && entry.Contains(GatedApp.Fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_read_is_a_problem_too() =>
        Assert.Equal("The number is none.", await AssertProblemAsync(_open, 400, "GET", "/__admin/bad"));

    [Fact]
    public async Task An_endpoint_tells_its_own_problem_in_letters_that_can_be_read()
    {
        var (status, body, _) = await _open.SendAsync("GET", "/__admin/conflict");
        Assert.Equal((409, """{"status":409,"title":"Conflict","detail":"There is a «thing» already."}"""), (status, body));
    }

    private static async Task<string> AssertProblemAsync(GatedApp app, int expected, string method, string path, params (string, string)[] headers)
    {
        var (status, body, response) = await app.SendAsync(method, path, headers);
        Assert.Equal(expected, status);
        Assert.Equal(AdminProblem.ContentType, response.Content.Headers.ContentType?.ToString());
        using var problem = JsonDocument.Parse(body);
        Assert.Equal(expected, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("title").GetString()!);
        return problem.RootElement.GetProperty("detail").GetString()!;
    }
}
