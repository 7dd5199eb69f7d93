using System.Text;
using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Attacks;

// A form, or text that a browser sends without asking, carries JSON to the admin API.
public sealed class AdminBodyTests : SandboxTest
{
    private const string Rules = """{"rules":[{"name":"evil","then":{"fault":"silent"}}]}""";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("text/plain")]
    [InlineData("text/plain;charset=UTF-8")]
    [InlineData("text/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/jsonx")]
    [InlineData("application/octet-stream")]
    [InlineData("text/plain; application/json")]
    [InlineData("application/x-www-form-urlencoded, application/json")]
    [InlineData("application")]
    [InlineData("json")]
    public async Task Body_that_does_not_say_it_is_JSON_changes_nothing(string? type)
    {
        foreach (var chunked in (bool[])[false, true])
        {
            Assert.Equal((415, "application/problem+json"), await SendAsync("PUT", "/__admin/merchants/9970/rules", Rules, type, chunked));
            Assert.Equal(415, (await SendAsync("POST", "/__admin/merchants", "{}", type, chunked)).Status);
            Assert.Equal(415, (await SendAsync("POST", "/__admin/reset", "{}", type, chunked)).Status);
            Assert.Equal(415, (await SendAsync("POST", "/__admin/merchants/9970/clock/advance", """{"by":"PT2H"}""", type, chunked)).Status);
        }

        Assert.DoesNotContain("evil", (await Sandbox.GetAsync("/merchants/9970/rules")).Text, StringComparison.Ordinal);
        Assert.Single((await Sandbox.GetAsync("/merchants")).List("merchants"));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    [InlineData("application/merge-patch+json")]
    public async Task Body_that_says_it_is_JSON_is_taken(string type)
    {
        Assert.Equal(200, (await SendAsync("PUT", "/__admin/merchants/9970/rules", Rules, type)).Status);
        Assert.Equal(200, (await SendAsync("POST", "/__admin/reset", "{}", type, chunked: true)).Status);
    }

    // curl -X POST -d '' says that it sends a form, and sends nothing.
    [Theory]
    [InlineData(null)]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Call_without_a_body_is_taken_whatever_its_type(string? type) =>
        Assert.Equal(200, (await SendAsync("POST", "/__admin/merchants/9970/reset", "", type)).Status);

    [Fact]
    public async Task Refusal_says_which_header_to_send()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Sandbox.Address, "/__admin/merchants")) { Content = new StringContent("{}") };
        using var response = await Sandbox.Client.SendAsync(request);
        Assert.Contains("Content-Type: application/json", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<(int Status, string? ContentType)> SendAsync(string method, string path, string body, string? type, bool chunked = false)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Sandbox.Address, path)) { Content = content };
        request.Headers.TransferEncodingChunked = chunked ? true : null;
        using var response = await Sandbox.Client.SendAsync(request);
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType);
    }
}
