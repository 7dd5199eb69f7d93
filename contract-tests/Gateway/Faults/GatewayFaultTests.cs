using System.Net.Sockets;
using AngleSharp.Html.Parser;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Gateway.Faults;

/// <summary>What each fault looks like to a client with nothing but a socket.</summary>
public sealed class GatewayFaultTests
{
    private const string Script = "p2p2nonreg";
    private const string Secret = "sandbox-payout-secret";

    private static readonly GatewayAnswer s_answer = new(
        IndependentDigest.Sign(
            Script,
            [new(Fields.PaymentId, "2143041741"), new(Fields.Status, "ok"), new(Fields.OrderId, "Заказ"), new(Fields.Salt, "salt")],
            Secret),
        "ok 2143041741");

    private static readonly string s_xml = XmlMessage.Write(Fields.Response, s_answer.Fields);

    private static readonly TimeSpan s_threeSeconds = TimeSpan.FromSeconds(3);

    public static TheoryData<string> Names => [.. GatewayFaultTable.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_name_says_whether_the_payout_is_made(string name) => Assert.Equal(
        name is not ("reset-before-payout" or "http-500" or "http-502" or "http-503"), Fault(name).CarriesOut);

    [Fact]
    public async Task A_slow_answer_is_the_right_one_after_its_delay()
    {
        var time = new ManualTime();
        var watched = new WatchedTime(time);
        await using var server = await FaultyServer.StartAsync(new SlowAnswer(s_threeSeconds), s_answer, watched);

        var answer = server.AnswerAsync();
        await watched.WhenWaitedForAsync(s_threeSeconds);
        time.Advance(s_threeSeconds - TimeSpan.FromTicks(1));
        Assert.False(server.Answered.IsCompleted);
        time.Advance(TimeSpan.FromTicks(1));

        AssertRight(await answer);
    }

    [Fact]
    public async Task A_slow_answer_is_given_up_when_the_client_leaves()
    {
        var watched = new WatchedTime(new ManualTime());
        await using var server = await FaultyServer.StartAsync(new SlowAnswer(s_threeSeconds), s_answer, watched);

        using (await server.CallAsync())
            await watched.WhenWaitedForAsync(s_threeSeconds);

        await server.Answered;
    }

    [Fact]
    public async Task A_slow_answer_comes_at_once_when_the_sandbox_stops()
    {
        var watched = new WatchedTime(new ManualTime());
        await using var server = await FaultyServer.StartAsync(new SlowAnswer(s_threeSeconds), s_answer, watched);

        var answer = server.AnswerAsync();
        await watched.WhenWaitedForAsync(s_threeSeconds);
        await server.StopAsync();

        AssertRight(await answer);
    }

    [Fact]
    public async Task No_answer_ends_when_the_client_leaves()
    {
        var watched = new WatchedTime(new ManualTime());
        await using var server = await FaultyServer.StartAsync(new NoAnswer(), s_answer, watched);

        using (await server.CallAsync())
            await watched.WhenWaitedForAsync(NoAnswer.Longest);

        await server.Answered;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_answer_ends_in_a_reset_after_ten_minutes_or_when_the_sandbox_stops(bool stops)
    {
        var time = new ManualTime();
        var watched = new WatchedTime(time);
        await using var server = await FaultyServer.StartAsync(new NoAnswer(), s_answer, watched);
        using var socket = await server.CallAsync();
        await watched.WhenWaitedForAsync(TimeSpan.FromMinutes(10));

        if (stops)
            await server.StopAsync();
        else
            time.Advance(TimeSpan.FromMinutes(10));

        await AssertResetAsync(socket);
    }

    [Theory]
    [InlineData("reset-before-payout")]
    [InlineData("reset-after-payout")]
    public async Task A_reset_is_one_of_TCP(string name)
    {
        var fault = Fault(name);
        await using var server = await FaultyServer.StartAsync(fault, fault.CarriesOut ? s_answer : null);

        using var socket = await server.CallAsync();

        await AssertResetAsync(socket);
    }

    [Theory]
    [InlineData("http-500", "500 Internal Server Error")]
    [InlineData("http-502", "502 Bad Gateway")]
    [InlineData("http-503", "503 Service Temporarily Unavailable")]
    public async Task An_HTTP_error_is_the_page_of_a_proxy_before_and_after_the_payout(string name, string title)
    {
        var answer = await AnswerOfAsync(name, null);

        Assert.StartsWith($"HTTP/1.1 {title[..3]} ", answer.StatusLine, StringComparison.Ordinal);
        Assert.Equal("text/html", answer.ContentType);
        using var page = await new HtmlParser().ParseDocumentAsync(answer.Text);
        Assert.Equal((title, title, "nginx"), (page.Title, page.QuerySelector("h1")?.TextContent, page.QuerySelector("hr + center")?.TextContent));
        Assert.Equal(
            $"<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n",
            answer.Text);
        var after = await AnswerOfAsync(name + "-after-payout");
        Assert.Equal((answer.StatusLine, answer.ContentType, answer.Text), (after.StatusLine, after.ContentType, after.Text));
    }

    [Fact]
    public async Task A_truncated_answer_breaks_off_though_HTTP_says_it_is_complete()
    {
        var answer = await AnswerOfAsync("truncated");

        AssertXml(answer);
        Assert.StartsWith(answer.Text, s_xml, StringComparison.Ordinal);
        Assert.InRange(answer.Body.Length, s_xml.Length / 3, s_xml.Length * 2 / 3);
        Assert.False(XmlMessage.Read(answer.Text, Fields.Response).IsWellFormed);
    }

    [Fact]
    public async Task Malformed_XML_lacks_one_character()
    {
        var answer = await AnswerOfAsync("malformed-xml");

        AssertXml(answer);
        Assert.Equal(s_xml.Replace("</pg_payment_id>", "<pg_payment_id>", StringComparison.Ordinal), answer.Text);
        Assert.False(XmlMessage.Read(answer.Text, Fields.Response).IsWellFormed);
    }

    [Fact]
    public async Task A_wrong_signature_is_all_that_is_wrong()
    {
        var fields = GetFields(await AnswerOfAsync("wrong-signature"));

        Assert.Equal(s_answer.Fields.Where(IsNotSignature), fields.Where(IsNotSignature));
        Assert.Matches("^[0-9a-f]{32}$", fields[Fields.Signature]);
        Assert.NotEqual(IndependentDigest.Compute(Script, fields, Secret), fields[Fields.Signature], StringComparer.Ordinal);
    }

    [Fact]
    public async Task Without_a_signature_the_rest_is_right() =>
        Assert.Equal(s_answer.Fields.Where(IsNotSignature), GetFields(await AnswerOfAsync("no-signature")));

    [Fact]
    public async Task An_answer_that_is_not_signed_stays_so_under_every_fault()
    {
        var unsigned = s_answer with { Fields = new Parameters(s_answer.Fields.Where(IsNotSignature)), HttpStatus = 401 };

        foreach (var name in new[] { "wrong-signature", "no-signature", "wrong-content-type" })
        {
            var answer = await AnswerOfAsync(name, unsigned);
            Assert.StartsWith("HTTP/1.1 401 ", answer.StatusLine, StringComparison.Ordinal);
            Assert.Equal(XmlMessage.Write(Fields.Response, unsigned.Fields), answer.Text);
        }
    }

    [Fact]
    public async Task A_wrong_content_type_is_all_that_is_wrong()
    {
        var answer = await AnswerOfAsync("wrong-content-type");
        Assert.Equal(("HTTP/1.1 200 OK", "text/html", s_xml), (answer.StatusLine, answer.ContentType, answer.Text));
    }

    private static GatewayFault Fault(string name) => GatewayFaultTable.Find(name) ?? new SlowAnswer(s_threeSeconds);

    private static Task<RawAnswer> AnswerOfAsync(string name) => AnswerOfAsync(name, s_answer);

    private static async Task<RawAnswer> AnswerOfAsync(string name, GatewayAnswer? answer)
    {
        await using var server = await FaultyServer.StartAsync(Fault(name), answer);
        return await server.AnswerAsync();
    }

    private static bool IsNotSignature(Parameter field) => field.Name != Fields.Signature;

    private static Parameters GetFields(RawAnswer answer)
    {
        AssertXml(answer);
        var reading = XmlMessage.Read(answer.Text, Fields.Response);
        Assert.True(reading.IsWellFormed, reading.Problem);
        return reading.Parameters;
    }

    private static void AssertXml(RawAnswer answer) =>
        Assert.Equal(("HTTP/1.1 200 OK", "application/xml"), (answer.StatusLine, answer.ContentType));

    private static void AssertRight(RawAnswer answer)
    {
        AssertXml(answer);
        Assert.Equal(s_xml, answer.Text);
    }

    private static async Task AssertResetAsync(Socket socket)
    {
        var fault = await Assert.ThrowsAsync<SocketException>(() => FaultyServer.ReadAsync(socket));
        Assert.Equal(SocketError.ConnectionReset, fault.SocketErrorCode);
    }
}
