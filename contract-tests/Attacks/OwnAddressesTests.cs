using System.Net;
using FreedomPaySandbox.Emulator.Delivery;

namespace FreedomPaySandbox.ContractTests.Attacks;

// A post link names the sandbox by another of its addresses. The decision is asked; nothing is sent.
public sealed class OwnAddressesTests
{
    private static readonly IPAddress[] s_machine = [IPAddress.Parse("192.168.1.7"), IPAddress.Parse("2001:db8::7"), IPAddress.Loopback, IPAddress.IPv6Loopback];

    [Theory]
    [InlineData("http://127.0.0.1:8585", "127.0.0.1", true)]
    [InlineData("http://127.0.0.1:8585", "127.0.0.2", false)]
    [InlineData("http://127.0.0.1:8585", "::1", false)]
    [InlineData("http://127.0.0.1:8585", "192.168.1.7", false)]
    [InlineData("http://localhost:8585", "127.0.0.1", true)]
    [InlineData("http://localhost:8585", "::1", true)]
    [InlineData("http://localhost:8585", "192.168.1.7", false)]
    [InlineData("http://192.168.1.7:8585", "192.168.1.7", true)]
    [InlineData("http://192.168.1.7:8585", "127.0.0.1", false)]
    [InlineData("http://[::ffff:192.168.1.7]:8585", "192.168.1.7", true)]
    [InlineData("http://0.0.0.0:8585", "127.0.0.1", true)]
    [InlineData("http://0.0.0.0:8585", "127.9.9.9", true)]
    [InlineData("http://0.0.0.0:8585", "192.168.1.7", true)]
    [InlineData("http://0.0.0.0:8585", "192.168.1.8", false)]
    [InlineData("http://0.0.0.0:8585", "::1", false)]
    [InlineData("http://[::]:8585", "::1", true)]
    [InlineData("http://[::]:8585", "127.0.0.1", true)]
    [InlineData("http://[::]:8585", "2001:db8::7", true)]
    [InlineData("http://[::]:8585", "192.168.1.7", true)]
    [InlineData("http://[::]:8585", "2001:db8::8", false)]
    [InlineData("http://*:8585", "192.168.1.7", true)]
    [InlineData("http://+:8585", "::1", true)]
    [InlineData("https://0.0.0.0:8585", "192.168.1.7", true)]
    public void Address_is_the_sandboxs_own_where_it_listens(string bound, string address, bool own)
    {
        var addresses = new OwnAddresses(() => [bound], () => s_machine);
        Assert.Equal(own, addresses.Contains(IPAddress.Parse(address), 8585));
        Assert.False(addresses.Contains(IPAddress.Parse(address), 8586));
    }

    [Fact]
    public void Each_address_of_several_is_its_own()
    {
        var addresses = new OwnAddresses(() => ["http://127.0.0.1:1", "http://127.0.0.1:2"], () => s_machine);
        Assert.True(addresses.Contains(IPAddress.Loopback, 2));
        Assert.False(addresses.Contains(IPAddress.Loopback, 3));
        Assert.False(OwnAddresses.None.Contains(IPAddress.Loopback, 1));
    }
}
