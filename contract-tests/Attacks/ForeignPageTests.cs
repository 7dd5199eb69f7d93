using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Settings;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FreedomPaySandbox.ContractTests.Attacks;

// What browsers send for pages of other origins, header by header, and what servers send that are no browsers.
public sealed class ForeignPageTests : SandboxTest
{
    private const string Chromium = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    [Theory]
    [InlineData("Sec-Fetch-Site: cross-site")]
    [InlineData("Sec-Fetch-Site: same-site")]
    [InlineData("Sec-Fetch-Site: ")]
    [InlineData("Sec-Fetch-Site: Same-Origin")]
    [InlineData("Sec-Fetch-Site: none, cross-site")]
    [InlineData("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document", "Sec-Fetch-User: ?1")]
    [InlineData("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe")]
    [InlineData("Origin: null")]
    [InlineData("Origin: ")]
    [InlineData("Origin: http://evil.example.com")]
    [InlineData("Origin: http://127.0.0.1")]
    [InlineData("Origin: http://localhost:{port}")]
    [InlineData("Origin: https://127.0.0.1:{port}")]
    [InlineData("Origin: http://127.0.0.1:{port}", "Sec-Fetch-Site: cross-site")]
    [InlineData("Origin: http://evil.example.com", "Sec-Fetch-Site: same-origin")]
    [InlineData("Host: evil.example.com:{port}", "Origin: http://evil.example.com:{port}")]
    [InlineData("Host: evil.example.com:{port}", "Origin: http://evil.example.com:{port}", "Sec-Fetch-Site: same-origin")]
    [InlineData("Host: evil.example.com", "User-Agent: " + Chromium, "Accept-Language: en-US,en;q=0.9")]
    [InlineData("Host: 127.0.0.1.nip.io", "Sec-Fetch-Site: none")]
    [InlineData("Host: 192.168.1.7:{port}", "User-Agent: " + Chromium, "Accept-Language: en", "Accept: image/avif,*/*", "Referer: http://evil.example.com/")]
    [InlineData("Host: 192.168.1.7:{port}", "User-Agent: " + Chromium, "Accept-Language: en", "Accept: image/avif,*/*")]
    [InlineData("Host: 192.168.1.7:{port}", "User-Agent: " + Chromium, "Accept-Language: en", "Upgrade-Insecure-Requests: 1", "Referer: http://evil.example.com/")]
    public async Task Call_of_a_page_of_another_origin_pays_nothing(params string[] headers)
    {
        foreach (var call in Calls())
        {
            var (status, text, response) = await SendAsync(call, headers);
            Assert.Equal((403, "text/plain; charset=utf-8"), (status, response.Content.Headers.ContentType?.ToString()));
            Assert.DoesNotContain("evil", text, StringComparison.Ordinal);
            Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
            var id = Assert.Single(response.Headers.GetValues("X-Sandbox-Request"));
            Assert.Equal($"HTTP 403 {text.Trim()}", (await Sandbox.GetAsync($"/requests/{id}")).Said("outcome"));
            Assert.Contains(Sandbox.Log.Entries, entry => entry.Contains(text.Trim(), StringComparison.Ordinal));
        }

        Assert.Empty(await Sandbox.PayoutsAsync());
    }

    [Theory]
    [InlineData]
    [InlineData("Host: sandbox:8080")]
    [InlineData("Host: payouts.dev.example.com")]
    [InlineData("Host: sandbox.payments.svc.cluster.local:8080")]
    [InlineData("Host: host.docker.internal:8585")]
    [InlineData("User-Agent: node", "Accept: */*", "Accept-Language: *", "Sec-Fetch-Mode: cors", "Accept-Encoding: gzip, deflate", "Host: payouts.dev.example.com")]
    [InlineData("User-Agent: GuzzleHttp/7", "Host: payouts.dev.example.com")]
    [InlineData("User-Agent: Mozilla/5.0", "Accept: */*")]
    [InlineData("User-Agent: Mozilla/4.0 (compatible; 1C+Enterprise/8.3)", "Host: payouts.dev.example.com")]
    [InlineData("User-Agent: Java/17.0.2", "Accept: text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2")]
    [InlineData("User-Agent: python-requests/2.32", "Referer: http://shop.example.com/")]
    [InlineData("Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document", "User-Agent: " + Chromium, "Accept-Language: en")]
    [InlineData("Sec-Fetch-Site: same-origin", "User-Agent: " + Chromium, "Accept-Language: en")]
    [InlineData("Sec-Fetch-Site: same-origin", "Origin: http://127.0.0.1:{port}", "User-Agent: " + Chromium, "Accept-Language: en")]
    [InlineData("Host: 192.168.1.7:{port}", "User-Agent: " + Chromium, "Accept-Language: en", "Upgrade-Insecure-Requests: 1")]
    [InlineData("Host: sandbox:{port}", "User-Agent: " + Chromium, "Accept-Language: en", "Upgrade-Insecure-Requests: 1", "Referer: http://sandbox:{port}/")]
    public async Task Servers_and_what_a_person_types_go_on(params string[] headers)
    {
        var order = 0;
        foreach (var call in Calls())
        {
            var signed = SignedCall.Payout($"order {order++}");
            var request = call.Method == HttpMethod.Get ? signed.AsQuery() : signed.AsForm();
            var (status, text, _) = await SendAsync(request, headers);
            Assert.Contains("<pg_status>ok</pg_status>", text, StringComparison.Ordinal);
            Assert.Equal(200, status);
        }

        Assert.Equal(order, (await Sandbox.PayoutsAsync()).Count);
    }

    [Theory]
    [InlineData("https://pay.example.com", "pay.example.com", 200)]
    [InlineData("https://pay.example.com", "127.0.0.1", 200)]
    [InlineData("https://evil.example.com", "pay.example.com", 403)]
    [InlineData("https://evil.example.com", "evil.example.com", 403)]
    public async Task Public_address_is_the_sandboxs_own(string origin, string host, int status)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxSettings { PublicUrl = "https://pay.example.com", Merchants = [RunningSandbox.Merchant] });
        using var request = SignedCall.Payout().AsForm();
        request.RequestUri = new Uri(sandbox.Address, request.RequestUri!);
        request.Headers.Add("Origin", origin);
        request.Headers.Host = host;
        using var response = await sandbox.Client.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
    }

    // Every route, by every method a page can use without asking.
    [Fact]
    public async Task All_that_a_page_of_another_origin_reaches_is_read_only_and_without_CORS()
    {
        await Sandbox.PayAsync("kept");
        await Sandbox.GetAsync("/health");
        var page = (await Sandbox.CallAsync(FamilyCall.Page("page")))["pg_redirect_url"]!;
        using var first = await Sandbox.Client.GetAsync(new Uri("/", UriKind.Relative));
        var before = await StateAsync();
        var paths = Routes().Concat([new Uri(page).AbsolutePath, "/nothing", "/g2g/nothing"]).ToList();
        Assert.InRange(paths.Count, 60, 200);
        foreach (var path in paths)
        {
            foreach (var method in (string[])["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
            {
                // A stream of events has no end; nothing of it can be read without CORS.
                if (method == "GET" && path == "/dashboard/events")
                    continue;
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                if (method is "POST" or "PUT" or "PATCH")
                    request.Content = new FormUrlEncodedContent(SignedCall.Payout("evil").Sent.Select(field => KeyValuePair.Create(field.Name, field.Value)));
                var (status, text, response) = await SendAsync(request, ["Origin: http://evil.example.com", "Sec-Fetch-Site: cross-site"]);
                Assert.True(method is "GET" or "HEAD" || status >= 400, $"{method} {path}: {status} {text}");
                Assert.True(!response.Headers.Any(header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase)), $"{method} {path}: CORS");
            }
        }

        Assert.Equal(before, await StateAsync());
    }

    private static IEnumerable<HttpRequestMessage> Calls() =>
        [SignedCall.Payout().AsForm(), SignedCall.Payout().AsQuery(), SignedCall.Payout().AsXml(), SignedCall.Payout().AsJson(), SignedCall.Payout().AsMultipart()];

    private IEnumerable<string> Routes() => Sandbox.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
        .Concat([
            "/", "/requests", "/rules/9970", "/clock", "/merchants", "/findings", "/reset", "/dashboard/login", "/dashboard/logout", "/dashboard/resend",
            "/dashboard/settle", "/dashboard/rules", "/dashboard/rules/default", "/dashboard/clock", "/dashboard/reset", "/dashboard/events",
        ])
        .Select(path => path.Replace("{merchant}", "9970", StringComparison.Ordinal).Replace("{id}", "9970-1", StringComparison.Ordinal).Replace("{name}", "9970-x", StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal);

    private async Task<string> StateAsync()
    {
        var state = "";
        foreach (var place in (string[])["/merchants", "/payouts", "/callbacks", "/clock", "/merchants/9970/rules", "/merchants/9970/requests", "/findings"])
            state += (await Sandbox.GetAsync(place)).Is(200).Text + "\n";
        return state;
    }

    private async Task<(int Status, string Text, HttpResponseMessage Response)> SendAsync(HttpRequestMessage request, string[] headers)
    {
        using (request)
        {
            request.RequestUri = new Uri(Sandbox.Address, request.RequestUri!);
            foreach (var header in headers)
            {
                var (name, value) = (header[..header.IndexOf(':', StringComparison.Ordinal)], header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
                request.Headers.TryAddWithoutValidation(name, value.Replace("{port}", $"{Sandbox.Address.Port}", StringComparison.Ordinal));
            }

            var response = await Sandbox.Client.SendAsync(request);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
        }
    }
}
