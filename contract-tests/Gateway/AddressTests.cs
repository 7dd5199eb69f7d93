using System.Net;
using System.Text;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Gateway;

public sealed class AddressTests : SandboxTest
{
    [Theory]
    [InlineData("/")]
    [InlineData("/g2g")]
    [InlineData("/g2g/p2p2nonreg/more")]
    [InlineData("/p2p2nonreg")]
    [InlineData("/g2g/p2p2nonreg.php")]
    [InlineData("/payment.php")]
    [Proves("T-9")]
    public async Task An_unknown_path_is_not_found(string path)
    {
        Assert.Equal(404, (await Sandbox.CallAsync(SignedCall.Payout() with { Path = path })).Status);
        Assert.Empty(await Sandbox.PayoutsAsync());
    }

    [Theory]
    [InlineData("//g2g//p2p2nonreg")]
    [InlineData("/g2g////p2p2nonreg")]
    [Proves("T-13", "S-1")]
    public async Task Repeated_slashes_are_one(string path)
    {
        var reply = await Sandbox.CallAsync(SignedCall.Payout() with { Path = path });

        Assert.Equal("ok", reply.Outcome);
        Assert.True(reply.IsSignedWith(SignedCall.PayoutSecret));
    }

    [Fact]
    [Proves("T-10")]
    public async Task The_health_check_tells_the_time()
    {
        Sandbox.Time.Advance(TimeSpan.FromSeconds(61.9));
        var reply = await Sandbox.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri("/status/healthcheck", UriKind.Relative)));

        Assert.Equal((200, "application/json"), (reply.Status, reply.ContentType));
        Assert.Equal("""{"status":"ok","time":"2026-01-15T09:01:01+00:00"}""", reply.Text);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Only_GET_and_POST_are_methods_of_the_protocol(string method)
    {
        var call = SignedCall.Payout().AsForm();
        call.Method = new HttpMethod(method);

        Assert.Equal((int)HttpStatusCode.MethodNotAllowed, (await Sandbox.SendAsync(call)).Status);
    }

    [Fact]
    [Proves("T-3")]
    public async Task A_body_that_comes_with_a_GET_is_not_read()
    {
        var call = SignedCall.Payout().AsQuery();
        call.Content = new StringContent("pg_amount=1", Encoding.UTF8, "application/x-www-form-urlencoded");

        Assert.Equal("100", (await Sandbox.SendAsync(call))["pg_payment_amount"]);
    }
}
