using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.ContractTests.Callbacks.Reachability;

/// <summary>Every way in which a callback fails to arrive is made for real on loopback, and must be named right.</summary>
public sealed class DeliveryDoctorTests
{
    private static readonly SandboxLocation s_host = new(InContainer: false);
    private static readonly SandboxLocation s_container = new(InContainer: true);

    [Theory]
    [InlineData(400, "turned-down")]
    [InlineData(401, "access-denied")]
    [InlineData(403, "access-denied")]
    [InlineData(404, "no-such-path")]
    [InlineData(405, "no-post")]
    [InlineData(408, "gave-up")]
    [InlineData(410, "no-such-path")]
    [InlineData(413, "too-large")]
    [InlineData(415, "form-not-taken")]
    [InlineData(418, "other-status")]
    [InlineData(422, "turned-down")]
    [InlineData(429, "too-many")]
    [InlineData(500, "service-failed")]
    [InlineData(502, "service-down")]
    [InlineData(503, "service-down")]
    [InlineData(504, "gave-up")]
    [InlineData(201, "not-200")]
    [InlineData(204, "not-200")]
    [Proves("N-5")]
    public async Task A_status_other_than_200_is_named(int status, string id)
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(status));

        var advice = await AdviceAsync(merchant.Link());

        Assert.Equal(id, advice?.Id);
        Assert.Contains($"{status}", advice!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301, "https://127.0.0.1/post", "to https://127.0.0.1/post", "https address")]
    [InlineData(302, "/login?next=secret", "/login,", "login page")]
    [InlineData(307, "/post/", "/post/,", "Give that address")]
    [InlineData(308, "https://www.shop.test/post", "to https://www.shop.test/post", "Give that address")]
    [Proves("N-5", "N-10")]
    public async Task A_redirect_is_named_with_where_it_leads(int status, string to, string reason, string step)
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Redirect(to, status));

        var advice = await AdviceAsync(merchant.Link());

        Assert.Equal("redirected", advice?.Id);
        Assert.Contains(reason, advice!.Reason, StringComparison.Ordinal);
        Assert.Contains(step, advice.NextStep, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", advice.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_to_nowhere_is_named()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(302));

        Assert.Equal("redirected", (await AdviceAsync(merchant.Link()))?.Id);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_named_and_in_a_container_localhost_is_what_is_wrong()
    {
        var link = RawEndpoint.Closed();

        Assert.Equal("refused", (await AdviceAsync(link))?.Id);
        var inside = await AdviceAsync(link, s_container);
        Assert.Equal("localhost-in-container", inside?.Id);
        Assert.Contains($"http://host.docker.internal:{new Uri(link).Port}", inside!.NextStep, StringComparison.Ordinal);
        Assert.Contains("host-gateway", inside.NextStep, StringComparison.Ordinal);
        Assert.Contains("compose service", inside.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://shop.invalid/post", "name-not-found")]
    [InlineData("http://no-such-service:8080/post", "service-name-unknown")]
    [InlineData("http://host.docker.internal:5000/post", "host-gateway-missing")]
    [InlineData("http://169.254.169.254/latest", "target-forbidden")]
    public async Task A_host_that_is_not_there_is_named(string link, string id) => Assert.Equal(id, (await AdviceAsync(link))?.Id);

    [Fact]
    [Proves("N-10")]
    public async Task An_endpoint_that_does_not_answer_is_named()
    {
        var never = new TaskCompletionSource();
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Hang(never.Task));

        var advice = await AdviceAsync(merchant.Link(), timeOut: TimeSpan.FromMilliseconds(300));

        Assert.Equal("timed-out", advice?.Id);
        Assert.Contains("0.3 s", advice!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_named()
    {
        using var certificate = SelfSigned.Certificate();
        await using var merchant = await MerchantEndpoint.StartTlsAsync(certificate);

        var advice = await AdviceAsync(merchant.Link());

        Assert.Equal("certificate-untrusted", advice?.Id);
        Assert.Contains("self-signed", advice!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_of_an_authority_that_is_not_trusted_is_named_with_it()
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Loopback();
        await using var merchant = await MerchantEndpoint.StartTlsAsync(certificate);

        var advice = await AdviceAsync(merchant.Link());

        Assert.Equal("certificate-untrusted", advice?.Id);
        Assert.Contains("Test Authority", advice!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_named_with_it()
    {
        using var authority = new TestAuthority();
        using var certificate = authority.For("shop.example");
        await using var merchant = await MerchantEndpoint.StartTlsAsync(certificate);

        var advice = await AdviceAsync(merchant.Link(), authority: authority);

        Assert.Equal("certificate-name", advice?.Id);
        Assert.Contains("shop.example", advice!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_has_expired_is_named_with_the_date()
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Loopback(until: new DateTimeOffset(2021, 2, 3, 0, 0, 0, TimeSpan.Zero));
        await using var merchant = await MerchantEndpoint.StartTlsAsync(certificate);

        var advice = await AdviceAsync(merchant.Link(), authority: authority);

        Assert.Equal("certificate-expired", advice?.Id);
        Assert.Contains("2021-02-03", advice!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_is_right_delivers()
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Loopback();
        await using var merchant = await MerchantEndpoint.StartTlsAsync(certificate);

        Assert.Null(await AdviceAsync(merchant.Link(), authority: authority));
    }

    [Fact]
    public async Task An_https_address_of_a_port_that_speaks_plain_HTTP_is_named()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();

        var advice = await AdviceAsync(merchant.Link().Replace("http:", "https:", StringComparison.Ordinal));

        Assert.Equal("tls-failed", advice?.Id);
        Assert.Contains("http address", advice!.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_is_closed_and_an_answer_that_is_not_HTTP_are_named()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Close);
        using var other = RawEndpoint.Saying("SSH-2.0-OpenSSH_9.9\r\n");

        Assert.Equal("connection-lost", (await AdviceAsync(merchant.Link()))?.Id);
        Assert.Equal("not-http", (await AdviceAsync(other.Link))?.Id);
    }

    [Theory]
    [InlineData("/callback", "relative-url")]
    [InlineData("callback", "relative-url")]
    [InlineData("//shop.test/callback", "relative-url")]
    [InlineData("shop.test:8080/callback", "not-http-address")]
    [InlineData("ftp://shop.test/callback", "not-http-address")]
    [InlineData("http://shop.test/callback", null)]
    public void An_address_that_cannot_be_called_is_named(string address, string? id) => Assert.Equal(id, DeliveryDoctor.ExamineAddress(address)?.Id);

    [Fact]
    public async Task What_delivers_needs_no_advice()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();

        Assert.Null(await AdviceAsync(merchant.Link()));
    }

    // The very path that deliveries take.
    private static async Task<DeliveryAdvice?> AdviceAsync(string link, SandboxLocation? place = null, TimeSpan? timeOut = null, TestAuthority? authority = null)
    {
        var probe = new CallbackProbe(link, Merchant.DefaultId) { PayoutSecret = MerchantSecrets.Published.Payout, TimeOut = timeOut ?? Patience.Limit };
        var handler = CallbackConnection.Handler();
        authority?.IsTrustedBy(handler.SslOptions);
        using var http = new HttpMessageInvoker(handler);
        var now = TimeProvider.System.GetUtcNow();
        var attempt = await new CallbackSender(http, TimeProvider.System).SendAsync(probe.Callback(new Seed(1), now), probe.Merchant, now, CancellationToken.None);
        return DeliveryDoctor.Examine(attempt, link, place ?? s_host);
    }
}
