using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Admin;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>The dashboard beside the gateway, put together at its first call, so that no start waits for it.</summary>
internal static class DashboardBranch
{
    public static void UseDashboard(this IApplicationBuilder app, SandboxSettings settings)
    {
        var dashboard = new Lazy<RequestDelegate>(() => Build(app.New(), settings));
        app.Use(next => context => DashboardPaths.Own(context.Request) ? dashboard.Value(context) : next(context));
    }

    private static RequestDelegate Build(IApplicationBuilder branch, SandboxSettings settings)
    {
        var services = branch.ApplicationServices;
        var (wrong, pass) = (services.GetRequiredService<WrongTokens>(), new DashboardPass());
        var gate = new DashboardGate(AdminHosts.From(settings), new PublicAddress(settings.PublicUrl), settings.AdminToken, wrong, pass);
        var answering = new DashboardAnswering(gate, services.GetRequiredService<ILoggerFactory>().CreateLogger<DashboardAnswering>());
        branch.UseRouting();
        branch.UseEndpoints(endpoints => endpoints.MapDashboard(answering, new DashboardLogin(settings.AdminToken, wrong, pass)));
        return branch.Build();
    }
}
