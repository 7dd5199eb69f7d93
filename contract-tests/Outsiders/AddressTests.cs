using System.Net;
using System.Text;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;
using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.ContractTests.Outsiders;

public sealed class AddressTests
{
    // From a Go client whose HTTP library appends CRLF to configured addresses: nobody could verify what was signed as "hook\r\n".
    [Theory]
    [InlineData("", "\r\n")]
    [InlineData("", "\n")]
    [InlineData("", " ")]
    [InlineData(" ", "")]
    [InlineData("\t", " \r\n ")]
    [InlineData("", "\u00a0")]
    public async Task White_space_around_a_post_link_is_neither_called_nor_signed(string before, string behind)
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync();

        await sandbox.PayAsync("ORD1", before + merchant.Link("/hook") + behind);

        var received = await merchant.NextAsync();
        Assert.Equal("/hook", received.Target);
        Assert.Equal(IndependentDigest.Compute("hook", received.Fields.Where(field => field.Name != Fields.Signature), SignedCall.PayoutSecret), received[Fields.Signature]);
    }

    [Theory]
    [InlineData("http://shop.test/ho\nok")]
    [InlineData("http://shop.test/ho\tok")]
    [InlineData("http://shop.test/hook\u007f")]
    [InlineData(" ")]
    [InlineData("\r\n")]
    public async Task A_post_link_with_control_characters_or_of_nothing_is_refused(string link)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var reply = await sandbox.CallAsync(SignedCall.Payout().With(Fields.PostLink, link));
        Assert.True(reply["pg_error_code"] == "9403", reply.ToString());
    }

    // From a compose file with Traefik, whose hosts all end in .localhost (RFC 6761), on a machine whose resolver does not know them.
    [Theory]
    [InlineData("shop.localhost")]
    [InlineData("a.b.LOCALHOST")]
    [InlineData("shop.localhost.")]
    public async Task Names_below_localhost_are_this_machine(string host) =>
        Assert.Equal([IPAddress.Loopback, IPAddress.IPv6Loopback], await CallbackConnection.AddressesOfAsync(host, CancellationToken.None));

    // From a Java service that prints its own address as an IPv4 one in IPv6 form.
    [Theory]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("shop.localhost")]
    public async Task A_loopback_address_in_another_form_is_called(string host)
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync();
        var link = merchant.Link().Replace("127.0.0.1", host, StringComparison.Ordinal);

        await sandbox.PayAsync("ORD1", link);

        Assert.Equal("ORD1", (await merchant.NextAsync())[Fields.OrderId]);
    }

    // From a Node service that copied the address it listens on: the sandbox spoke of a parameter called hostName.
    [Theory]
    [InlineData("http://0.0.0.0:9099/post")]
    [InlineData("http://[::]:9099/post")]
    [InlineData("http://[::ffff:0.0.0.0]:9099/post")]
    public async Task An_address_to_listen_on_is_told_from_one_to_call(string link)
    {
        await using var sandbox = await CallbackSandbox.StartAsync();

        await sandbox.PayAsync("ORD1", link);

        var attempt = await sandbox.AttemptAsync();
        Assert.Equal(AttemptFault.TargetForbidden, attempt.Fault);
        var advice = DeliveryDoctor.Examine(attempt, link, new SandboxLocation(InContainer: false))!;
        Assert.Contains("stands for all addresses that a service listens on", advice.Reason, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:9099", advice.NextStep, StringComparison.Ordinal);
    }

    // From a staging host behind HTTP Basic authentication, whose password was then read in a screenshot of the dashboard.
    [Theory]
    [InlineData("user:p%40ss%3Aword", "user:p@ss:word")]
    [InlineData("user", "user")]
    [InlineData("user:", "user:")]
    [InlineData(":word-of-nobody", ":word-of-nobody")]
    public async Task Credentials_in_a_post_link_are_sent_as_Basic_and_shown_nowhere(string userInfo, string sent)
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await RunningSandbox.StartAsync(RunningSandbox.Merchant with { Schedule = new CallbackSchedule(TimeSpan.Zero) });
        var link = merchant.Link("/hook").Replace("http://", $"http://{userInfo}@", StringComparison.Ordinal);

        var answer = await sandbox.CallAsync(SignedCall.Payout().With(Fields.PostLink, link));

        Assert.Equal($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(sent))}", (await merchant.NextAsync()).Authorization);
        var payment = answer["pg_payment_id"];
        foreach (var place in new[] { "/__admin/payouts", $"/__admin/payouts/{payment}", "/__admin/callbacks", "/__admin/requests", "/", $"/payouts/9970/{payment}", "/requests" })
        {
            var shown = await sandbox.Client.GetStringAsync(new Uri(place, UriKind.Relative));
            Assert.DoesNotContain($"{userInfo}@", shown, StringComparison.Ordinal);
        }
    }

    // From a CI job whose sandbox and service were two services of one network: "you are in a container" was the wrong advice.
    [Fact]
    public void In_a_container_what_happened_is_told_before_what_may_be_the_cause()
    {
        var attempt = new Attempt { At = DateTimeOffset.UnixEpoch, Address = "localhost:9099", Duration = TimeSpan.Zero, Fault = AttemptFault.NotConnected };

        var advice = DeliveryDoctor.Examine(attempt, "http://localhost:9099/post", new SandboxLocation(InContainer: true))!;

        Assert.StartsWith("Nothing listens on port 9099 of localhost", advice.ToString(), StringComparison.Ordinal);
        Assert.Contains("If it runs outside of the sandbox's container", advice.NextStep, StringComparison.Ordinal);
    }
}
