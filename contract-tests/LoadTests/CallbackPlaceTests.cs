using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.LoadTests.Bench;

namespace FreedomPaySandbox.ContractTests.LoadTests;

/// <summary>The load's own endpoint is where the sandbox can reach it.</summary>
public sealed class CallbackPlaceTests
{
    private const string Host = "7d1f3c0a9b2e";

    [Theory]
    [InlineData(null, true)]
    [InlineData("http://localhost:8585", true)]
    [InlineData("http://127.0.0.1:8585", true)]
    [InlineData("http://sandbox:8585", false)]
    public void A_sandbox_on_this_machine_finds_it_on_loopback(string? target, bool inContainer) =>
        Assert.Same(CallbackPlace.Own, CallbackPlace.For(target is null ? null : new Uri(target), new SandboxLocation(inContainer), Host));

    [Fact]
    public void A_sandbox_beside_this_container_finds_it_by_its_host_name() =>
        Assert.Equal(new CallbackPlace("http://0.0.0.0:0", Host), CallbackPlace.For(new Uri("http://sandbox:8585"), new SandboxLocation(InContainer: true), Host));

    [Fact]
    public async Task The_post_link_names_that_host_and_the_port_it_listens_on()
    {
        await using var endpoint = await CallbackReceiver.StartAsync(
            new CallbackPlace("http://127.0.0.1:0", "localhost"), new Uri("http://localhost:8585"), 9970, "sandbox-payout-secret", CancellationToken.None);

        var link = new Uri(endpoint.PostLink);
        using var http = new HttpClient();
        using var answer = await http.PostAsync(link, new FormUrlEncodedContent([]));

        Assert.Equal("localhost", link.Host);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
