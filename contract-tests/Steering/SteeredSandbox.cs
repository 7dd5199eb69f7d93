using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using Microsoft.AspNetCore.Builder;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>A whole sandbox that a test knows by its address only, as any test suite does; the store is there to look inside.</summary>
internal sealed class SteeredSandbox : SandboxHost
{
    private SteeredSandbox(WebApplication app, SandboxStore store)
        : base(app, store) => Admin = new AdminClient(Client);

    public AdminClient Admin { get; }

    /// <summary>Starts one, on the machine's own clock unless the test brings another.</summary>
    public static async Task<SteeredSandbox> StartAsync(TimeProvider? time = null, SandboxSettings? settings = null)
    {
        var (app, store) = await BuildAsync(settings ?? new SandboxSettings(), time ?? TimeProvider.System);
        return await StartAsync(new SteeredSandbox(app, store));
    }

    /// <summary>Makes a merchant as a test suite would, in the words of the admin API.</summary>
    public Task<SteeredMerchant> MakeAsync(object order) => SteeredMerchant.MakeAsync(Client, order);
}
