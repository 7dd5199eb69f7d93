using Microsoft.AspNetCore.Builder;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>
/// The admin API beside the gateway, put together at its first call: people wait for a start, and most sandboxes that start are not
/// steered in their first moment.
/// </summary>
internal static class AdminBranch
{
    public static void UseAdmin(this IApplicationBuilder app)
    {
        var admin = new Lazy<RequestDelegate>(() => Build(app.New()));
        app.Use(next => context => AdminGate.Guards(context.Request) ? admin.Value(context) : next(context));
    }

    private static RequestDelegate Build(IApplicationBuilder branch)
    {
        branch.UseRouting();
        branch.UseEndpoints(endpoints => endpoints.MapAdmin());
        return branch.Build();
    }
}
