using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Steering;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Testing;

[Collection(MeasuredAlone.Name)]
public sealed class SandboxStopTimeTests
{
    [Fact]
    public async Task It_ends_at_once_though_a_call_and_a_callback_are_under_way()
    {
        var never = new TaskCompletionSource();
        await using var endpoint = await MerchantEndpoint.StartAsync(EndpointAnswers.Hang(never.Task));
        using var service = new HttpClient();
        var sandbox = await Sandbox.StartAsync();
        var merchant = await sandbox.CreateMerchantAsync(new SandboxRule { Then = { Fault = GatewayFaults.Silent } });
        var unanswered = ServiceCall.PayAsync(service, sandbox, merchant, "1234", PayoutCall.Success, endpoint.Link());
        await endpoint.NextAsync();

        // Waiting for either would take longer than this.
        await sandbox.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(2.5), TimeProvider.System);
        await Assert.ThrowsAsync<HttpRequestException>(() => unanswered);
        await merchant.DisposeAsync();
    }
}
