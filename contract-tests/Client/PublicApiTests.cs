using FreedomPaySandbox.Client;
using FreedomPaySandbox.Client.AspNetCore;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>What others build on changes only when somebody looks at it.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public async Task Of_the_protocol() => await Verify(PublicApi.Describe(typeof(Parameters).Assembly), "txt");

    [Fact]
    public async Task Of_the_client() => await Verify(PublicApi.Describe(typeof(PayoutClient).Assembly), "txt");

    [Fact]
    public async Task Of_the_testing_library() => await Verify(PublicApi.Describe(typeof(FreedomPaySandbox.Testing.Sandbox).Assembly), "txt");

    [Fact]
    public async Task Of_the_callback_endpoint() => await Verify(PublicApi.Describe(typeof(ICallbackMemory).Assembly), "txt");
}
