using System.Net;
using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.ContractTests.Callbacks;

public sealed class ForbiddenTargetsTests
{
    [Theory]
    [InlineData("169.254.0.0")]
    [InlineData("169.254.169.254")]
    [InlineData("169.254.170.2")]
    [InlineData("169.254.255.255")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("100.100.100.200")]
    [InlineData("192.0.0.192")]
    [InlineData("fe80::1")]
    [InlineData("febf::ffff")]
    [InlineData("fe80::1%1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("64:ff9b::169.254.169.254")]
    public void Link_local_and_metadata_addresses_are_forbidden(string address) =>
        Assert.True(ForbiddenTargets.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("172.17.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("fd12:3456::1")]
    [InlineData("169.253.255.255")]
    [InlineData("169.255.0.0")]
    [InlineData("100.100.100.199")]
    [InlineData("192.0.0.191")]
    [InlineData("fec0::1")]
    [InlineData("64:ff9b::8.8.8.8")]
    [InlineData("8.8.8.8")]
    public void Loopback_private_and_public_addresses_are_open(string address) =>
        Assert.False(ForbiddenTargets.Contains(IPAddress.Parse(address)));
}
