using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Puts the gate before everything that is routed.</summary>
internal static class AdminGateUse
{
    public static void UseAdminGate(this IApplicationBuilder app, SandboxSettings settings)
    {
        var log = app.ApplicationServices.GetRequiredService<ILogger<AdminGate>>();
        var gate = new AdminGate(new AdminHosts(settings.Url, settings.AllowedHosts), settings.AdminToken, log);
        app.Use(next => context => gate.PassAsync(context, next));
    }
}
