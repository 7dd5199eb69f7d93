using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Puts the gate before everything that is routed.</summary>
internal static class AdminGateUse
{
    public static void UseAdminGate(this IApplicationBuilder app, SandboxSettings settings)
    {
        var log = app.ApplicationServices.GetRequiredService<ILogger<AdminGate>>();
        var gate = new AdminGate(AdminHosts.From(settings), new PublicAddress(settings.PublicUrl), settings.AdminToken, app.ApplicationServices.GetRequiredService<WrongTokens>(), log);
        app.Use(next => context => gate.PassAsync(context, next));
    }
}
