using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Storage;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.ContractTests.Callbacks;

public sealed class CallbackFaultTests : IAsyncLifetime
{
    private CallbackSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await CallbackSandbox.StartAsync();

    public Task DisposeAsync() => _sandbox.DisposeAsync().AsTask();

    [Fact]
    [Proves("N-5")]
    public async Task A_refused_connection_is_recorded()
    {
        var link = RawEndpoint.Closed();

        var attempt = await FaultAsync(link, AttemptFault.NotConnected);

        Assert.Equal(new Uri(link).Authority, attempt.Address);
    }

    [Fact]
    public async Task An_unknown_host_is_recorded()
    {
        var attempt = await FaultAsync("http://merchant.invalid/post", AttemptFault.NameNotFound);

        Assert.Equal("merchant.invalid:80", attempt.Address);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_recorded()
    {
        using var certificate = SelfSigned.Certificate();
        await using var merchant = await MerchantEndpoint.StartTlsAsync(certificate);

        var attempt = await FaultAsync(merchant.Link(), AttemptFault.CertificateUntrusted);

        Assert.Contains("certificate", attempt.FaultText, StringComparison.Ordinal);
        Assert.True(merchant.IsQuiet);
    }

    [Fact]
    public async Task TLS_where_none_is_spoken_is_recorded()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();

        await FaultAsync(merchant.Link().Replace("http:", "https:", StringComparison.Ordinal), AttemptFault.TlsFailed);
    }

    [Fact]
    public async Task A_connection_closed_before_the_answer_is_recorded()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Close);

        await FaultAsync(merchant.Link(), AttemptFault.ConnectionLost);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n")]
    [InlineData("HTTP/1.1 two hundred\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001\0\0\r\n")]
    public async Task What_is_not_HTTP_is_recorded(string said)
    {
        using var other = RawEndpoint.Saying(said);

        await FaultAsync(other.Link, AttemptFault.NotHttp);
    }

    [Fact]
    public async Task What_a_fault_quotes_is_short_and_without_secrets_and_card_numbers()
    {
        using var other = RawEndpoint.Saying($"sandbox-payout-secret {PayoutCall.Success}{new string('x', 60 * 1024)}\r\n\r\n");

        var attempt = await FaultAsync(other.Link, AttemptFault.NotHttp);

        Assert.Contains("•••••• 467159-XX-XXXX-8252xxx", attempt.FaultText, StringComparison.Ordinal);
        Assert.InRange(attempt.FaultText!.Length, 200, 320);
    }

    [Fact]
    public async Task Silence_where_an_answer_was_due_is_recorded()
    {
        using var other = RawEndpoint.Saying("");

        await FaultAsync(other.Link, AttemptFault.ConnectionLost);
    }

    [Fact]
    public async Task Headers_without_measure_are_recorded()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Header("X-Padding", new string('x', 100 * 1024)));

        await FaultAsync(merchant.Link(), AttemptFault.NotHttp);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/", "169.254.169.254:80")]
    [InlineData("http://2852039166/", "169.254.169.254:80")]
    [InlineData("http://0xA9.0xFE.0xA9.0xFE:8080/", "169.254.169.254:8080")]
    [InlineData("https://169.254.0.1/", "169.254.0.1:443")]
    [InlineData("http://[fe80::1]/", "[fe80::1]:80")]
    [InlineData("http://[::ffff:169.254.169.254]/", "[::ffff:169.254.169.254]:80")]
    [InlineData("http://[fd00:ec2::254]/", "[fd00:ec2::254]:80")]
    [InlineData("http://100.100.100.200/", "100.100.100.200:80")]
    public async Task A_forbidden_target_is_recorded_and_not_called(string link, string address)
    {
        var attempt = await FaultAsync(link, AttemptFault.TargetForbidden);

        Assert.Equal(address, attempt.Address);
        Assert.EndsWith(". The sandbox does not call it.", attempt.FaultText, StringComparison.Ordinal);
    }

    // Where no answer comes, whatever the address may be, an attempt is kept and the next callback goes out.
    [Theory]
    [InlineData("http://0.0.0.0:1/")]
    [InlineData("http://[::]:1/")]
    [InlineData("http://localhost:0/")]
    [InlineData("http://user:password@127.0.0.1:1/")]
    [InlineData("http://my_host.invalid/")]
    [InlineData("http://магазин.invalid/путь")]
    [InlineData("http://a-label-of-more-than-sixty-three-letters-that-no-name-server-would-take.invalid/")]
    [InlineData("http://merchant.invalid./")]
    [InlineData("http://-merchant-.invalid/")]
    [InlineData("http://127.0.0.1:1/%zz%00?a=%ff#fragment")]
    public async Task An_odd_address_is_an_attempt_like_any_other(string link)
    {
        await _sandbox.PayAsync("ODD", link);

        var attempt = await _sandbox.AttemptAsync();

        Assert.Null(attempt.Status);
        Assert.NotEqual(AttemptFault.None, attempt.Fault);
        await NextOneArrivesAsync();
    }

    private async Task<Attempt> FaultAsync(string link, AttemptFault fault)
    {
        var payment = await _sandbox.PayAsync("ORD1", link);
        var attempt = await _sandbox.AttemptAsync();

        Assert.Equal((fault, null, ""), (attempt.Fault, attempt.Status, attempt.Answer));
        Assert.False(string.IsNullOrWhiteSpace(attempt.FaultText));
        Assert.Equal(CallbackState.Pending, (await _sandbox.Store.CallbackAsync(payment)).State);
        await NextOneArrivesAsync();
        return attempt;
    }

    private async Task NextOneArrivesAsync()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await _sandbox.PayAsync("NEXT", merchant.Link());
        await merchant.NextAsync();
        Assert.Equal(200, (await _sandbox.AttemptAsync()).Status);
    }
}
