using System.Net;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Time;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>When nothing was sent, and when that cannot be known.</summary>
public sealed class UnreachableGatewayTests
{
    [Fact]
    public async Task A_refused_connection_sent_nothing()
    {
        await using var merchant = Gateway.Connect(new Uri(new Uri(RawEndpoint.Closed()).GetLeftPart(UriPartial.Authority)));
        await NothingWasSentAsync(merchant.Client);
    }

    [Fact]
    public async Task An_unknown_host_name_sent_nothing()
    {
        await using var merchant = Gateway.Connect(new Uri("https://gateway.invalid"));
        await NothingWasSentAsync(merchant.Client);
    }

    [Fact]
    public async Task A_certificate_nobody_vouches_for_sent_nothing()
    {
        using var certificate = SelfSigned.Certificate();
        await using var gateway = await MerchantEndpoint.StartTlsAsync(certificate);
        await using var merchant = Gateway.Connect(new Uri(gateway.Address));
        await NothingWasSentAsync(merchant.Client);
        Assert.True(gateway.IsQuiet);
    }

    [Fact]
    public async Task A_connection_that_does_not_come_about_in_time_sent_nothing()
    {
        var time = new ManualTime();
        using var handler = new ConnectingForEver(() => time.Advance(TimeSpan.FromSeconds(30)));
        await NothingWasSentAsync(Gateway.Client(handler, time));
    }

    [Fact]
    public async Task An_inquiry_that_was_not_sent_leaves_the_outcome_unknown()
    {
        await using var merchant = Gateway.Connect(new Uri("https://gateway.invalid"));
        var fault = await Assert.ThrowsAsync<GatewayUnreachableException>(() => merchant.Client.ResolveAsync("ORD12345"));
        Assert.True(fault.OutcomeIsUnknown);
        Assert.DoesNotContain("no payout was made", fault.Message, StringComparison.Ordinal);
        Assert.Contains("do not pay again", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.Unknown)]
    public async Task Once_the_body_was_begun_no_kind_of_fault_proves_that_nothing_was_sent(HttpRequestError kind) => Assert.Equal(
        new PayoutOutcomeUnknown(UnknownReason.AnswerLost),
        await StubGateway.Failing(new HttpRequestException(kind, "broken")).PayAsync());

    [Fact]
    public async Task A_fault_of_the_network_as_such_is_told_like_the_others() => Assert.Equal(
        new PayoutOutcomeUnknown(UnknownReason.AnswerLost),
        await StubGateway.Failing(new IOException("broken")).PayAsync());

    [Fact]
    public async Task A_time_out_of_the_HttpClient_itself_is_a_time_out() => Assert.Equal(
        new PayoutOutcomeUnknown(UnknownReason.TimedOut),
        await StubGateway.Failing(new TaskCanceledException("too long", new TimeoutException())).PayAsync());

    private static async Task NothingWasSentAsync(PayoutClient client)
    {
        var fault = await Assert.ThrowsAsync<GatewayUnreachableException>(() => client.PayToCardAsync(Gateway.Payout));
        Assert.False(fault.OutcomeIsUnknown);
        Assert.Contains("no payout was made", fault.Message, StringComparison.Ordinal);
        Assert.Contains("BaseAddress", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Gateway.Card, fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Gateway.Secret, fault.ToString(), StringComparison.Ordinal);
    }

    private sealed class ConnectingForEver(Action onConnecting) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var connecting = Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            onConnecting();
            await connecting;
            return new HttpResponseMessage(HttpStatusCode.OK);
        }
    }
}
