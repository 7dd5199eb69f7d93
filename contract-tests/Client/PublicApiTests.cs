using FreedomPaySandbox.Client;
using FreedomPaySandbox.Client.AspNetCore;
using FreedomPaySandbox.Protocol;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>What others build on changes only when somebody looks at it.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public async Task Of_the_protocol() => await Verify(PublicApi.Create(typeof(Parameters).Assembly), "txt");

    [Fact]
    public async Task Of_the_client() => await Verify(PublicApi.Create(typeof(PayoutClient).Assembly), "txt");

    [Fact]
    public async Task Of_the_testing_library() => await Verify(PublicApi.Create(typeof(FreedomPaySandbox.Testing.Sandbox).Assembly), "txt");

    [Fact]
    public async Task Of_the_callback_endpoint() => await Verify(PublicApi.Create(typeof(ICallbackMemory).Assembly), "txt");
}
