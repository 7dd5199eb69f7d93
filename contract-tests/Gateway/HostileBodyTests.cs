using System.Text;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Gateway;

/// <summary>Bodies that are no message of the protocol: an HTTP error, nothing kept, and the next good call works.</summary>
public sealed class HostileBodyTests : SandboxTest
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Json = "application/json";
    private const string Multipart = "multipart/form-data; boundary=b";

    private static readonly byte[] s_windows1251 = [0xCE, 0xEF, 0xE8, 0xF1];

    public static TheoryData<int, string?, string> Texts => new()
    {
        { 400, Form, "pg_description=%CE%EF%E8%F1" },
        { 400, Form, "pg_description=%00" },
        { 400, Form, "pg_description=a\0b" },
        { 400, Form, "pg_description=%1B[2J" },
        { 400, Form, "pg_xml=" },
        { 400, Form, "pg_xml=<request><pg_amount>1</request>" },
        { 400, Form, "pg_xml=<response></response>" },
        { 400, Form, "pg_xml=<?xml version=\"1.0\"?><!DOCTYPE request SYSTEM \"file:///etc/hosts\"><request/>" },
        { 400, Form, $"pg_xml={Uri.EscapeDataString(EntityBomb)}" },
        { 400, Form, $"pg_xml={Uri.EscapeDataString("<request><a>&#0;</a></request>")}" },
        { 400, Form, $"pg_xml=<request>{string.Concat(Enumerable.Repeat("<a>", 10_000))}" },
        { 400, Form, string.Join('&', Enumerable.Range(0, 1001).Select(i => $"f{i}=")) },
        { 400, Form, $"a{string.Concat(Enumerable.Repeat("[b]", 1000))}=1" },
        { 400, Json, "" },
        { 400, Json, "{" },
        { 400, Json, "[]" },
        { 400, Json, "null" },
        { 400, Json, "{\"a\":\"\\u0000\"}" },
        { 400, Json, "{\"a\":\"\\ud800\"}" },
        { 400, Json, "{\"a\":1}{}" },
        { 400, Json, new string('[', 100_000) },
        { 400, Json, $"{{\"a\":[{string.Join(',', Enumerable.Repeat("1", 1001))}]}}" },
        { 400, "multipart/form-data", "--b\r\n" },
        { 400, $"multipart/form-data; boundary={new string('b', 300)}", "--b\r\n" },
        { 400, Multipart, "" },
        { 400, Multipart, "--b" },
        { 400, Multipart, "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nbreaks off" },
        { 400, Multipart, "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b\r\n" },
        { 400, Multipart, "--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b--\r\n" },
        { 400, Multipart, "--b\r\nno header at all\r\n\r\n1\r\n--b--\r\n" },
        { 400, Multipart, "--b\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a.txt\"\r\n\r\n1\r\n--b--\r\n" },
        { 400, Multipart, "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\0\r\n--b--\r\n" },
        { 400, Multipart, string.Concat(Enumerable.Repeat("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n", 10_000)) + "--b--\r\n" },
        { 415, "text/plain", "pg_amount=1" },
        { 415, "application/xml", "<request/>" },
        { 415, "image/png", "PNG" },
        { 415, "nonsense", "pg_amount=1" },
        { 415, null, "pg_amount=1" },
        { 415, Form + "; charset=windows-1251", "pg_amount=1" },
        { 415, Json + "; charset=utf-16", "{}" },
    };

    private static string EntityBomb => string.Concat(
        "<!DOCTYPE request [<!ENTITY a \"", new string('a', 1000), "\">",
        string.Concat(Enumerable.Range('b', 10).Select(c => $"<!ENTITY {(char)c} \"{string.Concat(Enumerable.Repeat($"&{(char)(c - 1)};", 10))}\">")),
        "]><request><x>&k;</x></request>");

    [Theory, MemberData(nameof(Texts))]
    public async Task What_is_no_message_is_refused_with_an_HTTP_error(int status, string? type, string body)
    {
        var reply = await Sandbox.SendAsync(Post(type, Encoding.UTF8.GetBytes(body)));

        Assert.Equal((status, "text/plain; charset=utf-8"), (reply.Status, reply.ContentType));
        Assert.InRange(reply.Text.Length, 1, 200);
        await Aftermath.IsCleanAsync(Sandbox);
    }

    [Theory]
    [InlineData(Form, "pg_description=", "")]
    [InlineData(Json, "{\"pg_description\":\"", "\"}")]
    [InlineData(Multipart, "--b\r\nContent-Disposition: form-data; name=\"pg_description\"\r\n\r\n", "\r\n--b--\r\n")]
    public async Task Bytes_that_are_not_UTF8_are_refused(string type, string before, string after)
    {
        byte[] body = [.. Encoding.UTF8.GetBytes(before), .. s_windows1251, .. Encoding.UTF8.GetBytes(after)];

        Assert.Equal(400, (await Sandbox.SendAsync(Post(type, body))).Status);
        await Aftermath.IsCleanAsync(Sandbox);
    }

    [Theory]
    [InlineData("?pg_description=%CE%EF%E8%F1")]
    [InlineData("?pg_description=%00")]
    [InlineData("?pg_xml=%3Crequest%3E")]
    [Proves("T-3")]
    public async Task A_query_that_is_no_message_is_refused(string query)
    {
        var address = new Uri("/g2g/p2p2nonreg" + query, UriKind.Relative);

        Assert.Equal(400, (await Sandbox.SendAsync(new HttpRequestMessage(HttpMethod.Get, address))).Status);
        await Aftermath.IsCleanAsync(Sandbox);
    }

    [Theory]
    [InlineData(Form + "; charset=UTF-8")]
    [InlineData("APPLICATION/X-WWW-FORM-URLENCODED; charset=\"utf-8\"")]
    [Proves("T-2")]
    public async Task The_type_of_the_body_may_be_written_in_any_way_HTTP_allows(string type)
    {
        var body = Encoding.UTF8.GetBytes(SignedCall.GetForm(SignedCall.Payout().Sent));

        Assert.Equal("ok", (await Sandbox.SendAsync(Post(type, body))).Outcome);
    }

    private static HttpRequestMessage Post(string? type, byte[] body)
    {
        var content = new ByteArrayContent(body);
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        return SignedCall.Payout().Post(content);
    }
}
