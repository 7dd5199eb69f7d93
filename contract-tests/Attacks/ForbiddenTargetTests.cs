using System.Net;
using System.Net.Sockets;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.ContractTests.Attacks;

// A forged post link on a build machine in a cloud, whose metadata service hands out credentials. Nothing is sent: tests ask the decision,
// or stand in for connect.
public sealed class ForbiddenTargetTests
{
    private static readonly string[] s_forbiddenIPv4 =
    [
        "0.0.0.0", "0.0.0.1", "0.255.255.255", // this network: nobody's address
        "169.254.0.0", "169.254.169.254", "169.254.170.2", "169.254.255.255", // link-local, with the metadata services of most clouds
        "168.63.129.16", // Azure
        "100.100.100.200", // Alibaba
        "192.0.0.192", // Oracle
        "224.0.0.0", "224.0.0.1", "239.255.255.250", "239.255.255.255", // multicast
        "255.255.255.255", // broadcast
    ];

    private static readonly string[] s_openIPv4 =
    [
        "1.0.0.0", "127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "192.168.1.255", "100.64.0.1", "8.8.8.8",
        "169.253.255.255", "169.255.0.0", "168.63.129.15", "168.63.129.17", "100.100.100.199", "100.100.100.201", "192.0.0.191", "192.0.0.193",
        "223.255.255.255", "240.0.0.0", "255.255.255.254",
    ];

    [Theory]
    [InlineData("::")]
    [InlineData("::2")] // ::0.0.0.2
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("febf:ffff::1")]
    [InlineData("ff00::")]
    [InlineData("ff02::1")]
    [InlineData("ff05::1:3%1")]
    [InlineData("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("fd00:ec2::254")] // AWS
    [InlineData("fd00:ec2::23")]
    [InlineData("fd20:ce::254")] // Google
    [InlineData("fd00:c1::a9fe:a9fe")] // Oracle
    [InlineData("fd00:42::42")] // Scaleway
    [InlineData("fd00:42::42%1")]
    public void An_IPv6_address_of_nobody_of_many_or_of_a_metadata_service_is_forbidden(string address) =>
        Assert.True(ForbiddenTargets.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("::1")]
    [InlineData("fd00:ec3::254")]
    [InlineData("fd20:ce::253")]
    [InlineData("fd00:c1::a9fe:a9fd")]
    [InlineData("fd00:42::43")]
    [InlineData("fd12:3456::1")]
    [InlineData("fec0::1")]
    [InlineData("fe7f:ffff::1")]
    [InlineData("feff::1")]
    [InlineData("2606:4700::1111")]
    [InlineData("2001:1::a9fe:a9fe")] // beside Teredo
    [InlineData("2003:a9fe:a9fe::1")] // beside 6to4
    [InlineData("64:ff9a::a9fe:a9fe")] // beside NAT64
    [InlineData("64:ff9b:2::a9fe:a9fe")]
    [InlineData("2001:db8::5efd:a9fe:a9fe")] // beside ISATAP
    public void An_IPv6_address_beside_a_forbidden_one_is_open(string address) =>
        Assert.False(ForbiddenTargets.Contains(IPAddress.Parse(address)));

    [Fact]
    public void A_forbidden_IPv4_address_is_forbidden_in_each_of_its_forms()
    {
        foreach (var address in s_forbiddenIPv4)
        {
            // The two that RFC 4291 keeps for the machine itself are no IPv4 addresses in another form.
            foreach (var form in GetForms(address).Where(form => !form.Equals(IPAddress.IPv6Loopback)))
                Assert.True(ForbiddenTargets.Contains(form), $"{address} as {form}");
        }
    }

    [Fact]
    public void An_open_IPv4_address_is_open_in_each_of_its_forms()
    {
        foreach (var address in s_openIPv4)
        {
            foreach (var form in GetForms(address))
                Assert.False(ForbiddenTargets.Contains(form), $"{address} as {form}");
        }
    }

    // The local NAT64 prefix leaves it to each network how long its own is, and the rest of the address may be anything.
    [Theory]
    [InlineData("64:ff9b:1:a9fe:a9:fe00::")] // 48 bits
    [InlineData("64:ff9b:1:a9fe:a9:fe12:3456:789a")]
    [InlineData("64:ff9b:1:00a9:00fe:a9fe::")] // 56 bits
    [InlineData("64:ff9b:1:77a9:00fe:a9fe:ffff:1")]
    [InlineData("64:ff9b:1:7:a9:fea9:fe00:0")] // 64 bits
    [InlineData("64:ff9b:1:1:2:3:a9fe:a9fe")] // 96 bits
    public void A_local_translation_prefix_of_any_length_hides_nothing(string address) =>
        Assert.True(ForbiddenTargets.Contains(IPAddress.Parse(address)));

    [Fact]
    public void A_Teredo_address_is_looked_at_for_its_server_and_its_client()
    {
        Assert.True(ForbiddenTargets.Contains(Teredo(server: "169.254.169.254", client: "8.8.8.8")));
        Assert.True(ForbiddenTargets.Contains(Teredo(server: "8.8.8.8", client: "168.63.129.16")));
        Assert.False(ForbiddenTargets.Contains(Teredo(server: "8.8.8.8", client: "1.1.1.1")));
    }

    [Theory]
    [InlineData("http://2852039166/latest")]
    [InlineData("http://0xA9FEA9FE/")]
    [InlineData("http://0251.0376.0251.0376/")]
    [InlineData("http://169.254.43518/")]
    [InlineData("http://169\u3002254\u3002169\u3002254/")]
    [InlineData("http://user@169.254.169.254/")]
    [InlineData("http://[::ffff:a9fe:a9fe]/")]
    [InlineData("http://[::a9fe:a9fe]/")]
    [InlineData("http://[0:0:0:0:0:ffff:169.254.169.254]/")]
    [InlineData("http://[2002:a9fe:a9fe::1]/")]
    [InlineData("http://[64:ff9b::a9fe:a9fe]/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://168.63.129.16/machine")]
    [InlineData("http://3232235521@168.63.129.16:80/")]
    [InlineData("http://224.0.0.251:5353/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://[ff02::fb]/")]
    public async Task A_link_is_read_as_it_is_called_and_is_not_called(string link)
    {
        var network = new Network(host => throw new SocketException((int)SocketError.HostNotFound));

        var attempt = await network.CallAsync(link);

        Assert.True(attempt.Fault == AttemptFault.TargetForbidden, $"{attempt.Fault}: {attempt.FaultText}; asked for {string.Join(", ", network.Asked)}");
        Assert.Empty(network.Called);
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("8.8.8.8 169.254.169.254")]
    [InlineData("169.254.169.254 127.0.0.1")]
    [InlineData("::ffff:168.63.129.16")]
    [InlineData("fd00:ec2::254")]
    [InlineData("10.0.0.1 2002:a9fe:a9fe::1")]
    [InlineData("127.0.0.1 0.0.0.0")]
    [InlineData("239.1.2.3")]
    public async Task A_name_that_leads_to_one_is_not_called_at_all(string addresses)
    {
        var network = new Network(host => [.. addresses.Split(' ').Select(IPAddress.Parse)]);

        var attempt = await network.CallAsync("http://rebind.example/hook");

        Assert.Equal(AttemptFault.TargetForbidden, attempt.Fault);
        Assert.Empty(network.Called);
    }

    // A name server that answers with a harmless address first and with another one when it is asked again.
    [Fact]
    public async Task A_name_is_asked_for_once_and_what_was_looked_at_is_what_is_called()
    {
        var network = new Network(host => [IPAddress.Parse("127.0.0.1")], host => [IPAddress.Parse("169.254.169.254")]);

        await network.CallAsync("http://rebind.example:8080/hook");
        var again = await network.CallAsync("http://rebind.example:8080/hook");

        Assert.Equal([IPEndPoint.Parse("127.0.0.1:8080")], network.Called);
        Assert.Equal(2, network.Asked.Count);
        Assert.Equal(AttemptFault.TargetForbidden, again.Fault);
    }

    [Fact]
    public async Task A_name_without_any_address_is_no_forbidden_target()
    {
        var network = new Network(host => []);

        Assert.Equal(AttemptFault.NameNotFound, (await network.CallAsync("http://nobody.example/")).Fault);
    }

    [Theory]
    [InlineData("http://169.254.169.254/", "169.254.169.254 is a link-local address")]
    [InlineData("http://168.63.129.16/", "168.63.129.16 is an address of Azure's own services")]
    [InlineData("http://224.0.0.1/", "224.0.0.1 is a multicast address")]
    [InlineData("http://255.255.255.255/", "255.255.255.255 is the broadcast address")]
    [InlineData("http://[2002:a83f:8110::1]/", "2002:a83f:8110::1 is 168.63.129.16 in another form, an address of Azure's own services")]
    [InlineData("http://rebind.example/", "100.100.100.200 is the metadata service of Alibaba Cloud")]
    public async Task What_was_not_called_is_named_with_its_reason(string link, string reason)
    {
        var network = new Network(host => [IPAddress.Parse("100.100.100.200")]);

        var attempt = await network.CallAsync(link);

        Assert.StartsWith(reason, attempt.FaultText, StringComparison.Ordinal);
        Assert.Contains(reason, DeliveryDoctor.Examine(attempt, link, new SandboxLocation(InContainer: false))!.Reason, StringComparison.Ordinal);
    }

    private static IEnumerable<IPAddress> GetForms(string text)
    {
        var address = IPAddress.Parse(text);
        var hex = Convert.ToHexString(address.GetAddressBytes()).ToLowerInvariant();
        var (high, low) = (hex[..4], hex[4..]);
        yield return address;
        foreach (var form in new[]
        {
            $"::ffff:{high}:{low}", // mapped
            $"::{high}:{low}", // compatible
            $"::ffff:0:{high}:{low}", // translated (RFC 2765)
            $"64:ff9b::{high}:{low}", // NAT64
            $"64:ff9b:1::{high}:{low}", // NAT64 of a network of its own
            $"2002:{high}:{low}::1", // 6to4
            $"2002:{high}:{low}:ffff:ffff:ffff:ffff:ffff",
            $"2001:db8::5efe:{high}:{low}", // ISATAP
            $"2001:db8::200:5efe:{high}:{low}",
        })
        {
            yield return IPAddress.Parse(form);
        }

        yield return Teredo(server: "8.8.8.8", client: text);
    }

    private static IPAddress Teredo(string server, string client)
    {
        byte[] bytes = [0x20, 0x01, 0, 0, .. IPAddress.Parse(server).GetAddressBytes(), 0, 0, 0, 0, .. IPAddress.Parse(client).GetAddressBytes().Select(part => (byte)~part)];
        return new IPAddress(bytes);
    }

    /// <summary>Stands in for name resolution and for connect.</summary>
    private sealed class Network(params Func<string, IReadOnlyList<IPAddress>>[] answers)
    {
        public List<string> Asked { get; } = [];

        public List<IPEndPoint> Called { get; } = [];

        public async Task<Attempt> CallAsync(string link)
        {
            var probe = new CallbackProbe(link, Merchant.DefaultId) { PayoutSecret = MerchantSecrets.Published.Payout, TimeOut = Patience.Limit };
            using var http = new HttpMessageInvoker(CallbackConnection.Handler(ResolveAsync, ConnectAsync));
            var now = TimeProvider.System.GetUtcNow();
            return await new CallbackSender(http, TimeProvider.System).SendAsync(probe.Callback(new Seed(1), now), probe.Merchant, now, CancellationToken.None);
        }

        private Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation)
        {
            Asked.Add(host);
            return Task.FromResult<IPAddress[]>([.. answers[Math.Min(Asked.Count, answers.Length) - 1](host)]);
        }

        private ValueTask<Stream> ConnectAsync(IPEndPoint target, CancellationToken cancellation)
        {
            Called.Add(target);
            throw new SocketException((int)SocketError.ConnectionRefused);
        }
    }
}
