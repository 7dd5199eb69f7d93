using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Testing;

/// <summary>A sandbox as tests of merchants see it, in either place, and the calls of the service under test.</summary>
internal sealed class SteeredSandbox : IAsyncDisposable
{
    public const string Token = "a-token-for-the-admin-api";

    private readonly HttpClient _service = new();
    private readonly RunningSandbox? _elsewhere;

    private SteeredSandbox(Sandbox sandbox, RunningSandbox? elsewhere) => (Sandbox, _elsewhere) = (sandbox, elsewhere);

    public Sandbox Sandbox { get; }

    /// <summary>The one elsewhere wants a token, and its machine's clock stands.</summary>
    public static async Task<SteeredSandbox> StartAsync(Place place)
    {
        if (place == Place.InThisProcess)
            return new SteeredSandbox(await Sandbox.StartAsync(), null);
        var elsewhere = await RunningSandbox.StartAsync(new SandboxSettings { AdminToken = AdminToken.TryCreate(Token) });
        return new SteeredSandbox(await Sandbox.ConnectAsync(elsewhere.Address, Token), elsewhere);
    }

    public Task<string> PayAsync(
        SandboxMerchant merchant, string order = "1234", string card = Callbacks.PayoutCall.Success, string link = DeadEnd.Link) =>
        ServiceCall.PayAsync(_service, Sandbox, merchant, order, card, link);

    public async ValueTask DisposeAsync()
    {
        _service.Dispose();
        await Sandbox.DisposeAsync();
        if (_elsewhere is not null)
            await _elsewhere.DisposeAsync();
    }
}
