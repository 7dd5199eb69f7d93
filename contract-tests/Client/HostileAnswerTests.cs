using System.IO.Compression;
using System.Net;
using System.Text;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Time;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>Answers that no gateway gives, from servers on real connections.</summary>
public sealed class HostileAnswerTests
{
    [Theory]
    [InlineData(64 * 1024 + 1)]
    [InlineData(200_000_000)]
    public async Task A_huge_answer_is_not_read_to_its_end(int length) =>
        AssertMalformed("longer than 65536 bytes", await PayAsync(Xml(EndpointAnswers.Sized(length))));

    [Fact]
    public async Task An_endless_answer_is_hung_up_on()
    {
        var hungUp = new TaskCompletionSource();
        AssertMalformed("longer than 65536 bytes", await PayAsync(Xml(EndpointAnswers.Endless(hungUp))));
        await hungUp.Task.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task A_compressed_answer_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(Answer.Accepted.Signed));
        AssertMalformed("compressed", await PayAsync(async context =>
        {
            context.Response.ContentType = "application/xml";
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(packed.ToArray());
        }));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var elsewhere = await MerchantEndpoint.StartAsync();
        AssertMalformed("redirect", await PayAsync(EndpointAnswers.Redirect(elsewhere.Link("/g2g/p2p2nonreg"), status)));
        Assert.True(elsewhere.IsQuiet);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_redirect_that_the_programs_own_handler_followed_is_noticed(int status)
    {
        await using var elsewhere = await MerchantEndpoint.StartAsync(Xml(EndpointAnswers.Status(200, Answer.Accepted.Signed)));
        await using var gateway = await MerchantEndpoint.StartAsync(EndpointAnswers.Redirect(elsewhere.Link("/g2g/p2p2nonreg"), status));
        using var following = new HttpClient();
        var client = new PayoutClient(following, Gateway.Options(new Uri(gateway.Address)));
        var fault = await Assert.ThrowsAsync<MalformedAnswerException>(() => client.PayToCardAsync(Gateway.Payout));
        Assert.Contains("AllowAutoRedirect", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(429)]
    public async Task Another_status_than_200_is_no_answer(int status) => AssertMalformed($"HTTP {status}", await PayAsync(EndpointAnswers.Status(status)));

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: 500\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: 500\r\n\r\n<?xml version=\"1.0\"?><response>")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<?xml")]
    [InlineData("HTTP/1.1 200")]
    [InlineData("")]
    public async Task An_answer_that_breaks_off_is_lost(string text)
    {
        using var gateway = RawEndpoint.Saying(text);
        Assert.Equal(new PayoutOutcomeUnknown(UnknownReason.AnswerLost), await PayAsync(gateway.Link));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: 0\r\n\r\n")]
    public async Task An_answer_of_headers_alone_or_of_something_else_than_HTTP_is_none(string text)
    {
        using var gateway = RawEndpoint.Saying(text);
        AssertMalformed("cannot be used", await PayAsync(gateway.Link));
    }

    [Fact]
    public async Task An_answer_with_endless_headers_is_none()
    {
        using var gateway = RawEndpoint.Saying($"HTTP/1.1 200 OK\r\nX-Long: {new string('x', 100_000)}\r\n\r\n");
        AssertMalformed("headers are too long", await PayAsync(gateway.Link));
    }

    [Fact]
    public async Task An_answer_whose_body_stops_coming_times_out()
    {
        var time = new ManualTime();
        var gateway = new StubGateway((_, _) =>
        {
            var response = StubMerchant.Hanging("<?xml version=\"1.0\"", () => time.Advance(TimeSpan.FromSeconds(30)));
            response.Content.Headers.Add("Content-Type", "application/xml");
            return Task.FromResult(response);
        });
        Assert.Equal(new PayoutOutcomeUnknown(UnknownReason.TimedOut), await Gateway.Client(gateway, time).PayToCardAsync(Gateway.Payout));
    }

    [Fact]
    public async Task A_call_that_its_caller_cancels_is_cancelled()
    {
        using var cancelling = new CancellationTokenSource();
        var gateway = new StubGateway(async (_, cancellation) =>
        {
            await cancelling.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            return new HttpResponseMessage(HttpStatusCode.OK);
        });
        var fault = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Gateway.Client(gateway).PayToCardAsync(Gateway.Payout, cancelling.Token));
        Assert.Equal(cancelling.Token, fault.CancellationToken);
    }

    public static TheoryData<string> Operations => OperationCall.Names;

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task What_is_huge_leads_elsewhere_or_breaks_off_is_no_answer_to_any_call(string operation)
    {
        await using var elsewhere = await MerchantEndpoint.StartAsync();
        AssertMalformed("longer than 65536 bytes", await AskAsync(operation, Xml(EndpointAnswers.Sized(64 * 1024 + 1))));
        AssertMalformed("redirect", await AskAsync(operation, EndpointAnswers.Redirect(elsewhere.Link("/g2g/p2p2nonreg"))));
        Assert.True(elsewhere.IsQuiet);
        Assert.Contains("AnswerLost", $"{await AskAsync(operation, EndpointAnswers.Close)}", StringComparison.Ordinal);
    }

    private static async Task<object> AskAsync(string operation, EndpointAnswer answer)
    {
        await using var gateway = await MerchantEndpoint.StartAsync(answer);
        await using var merchant = new PayoutClientHost(new Uri(gateway.Address), withReceiveSecret: true);
        try
        {
            return await OperationCall.ByName(operation).Ask(merchant.Client).WaitAsync(Patience.Limit);
        }
        catch (PayoutException fault)
        {
            return fault;
        }
    }

    private static EndpointAnswer Xml(EndpointAnswer answer) => context =>
    {
        context.Response.ContentType = "application/xml";
        return answer(context);
    };

    private static void AssertMalformed(string expected, object came) =>
        Assert.Contains(expected, Assert.IsType<MalformedAnswerException>(came).Message, StringComparison.Ordinal);

    private static async Task<object> PayAsync(EndpointAnswer answer)
    {
        await using var gateway = await MerchantEndpoint.StartAsync(answer);
        return await PayAsync(gateway.Address);
    }

    private static async Task<object> PayAsync(string address)
    {
        await using var merchant = Gateway.Connect(new Uri(new Uri(address).GetLeftPart(UriPartial.Authority)));
        try
        {
            return await merchant.Client.PayToCardAsync(Gateway.Payout).WaitAsync(Patience.Limit);
        }
        catch (PayoutException fault)
        {
            return fault;
        }
    }
}
