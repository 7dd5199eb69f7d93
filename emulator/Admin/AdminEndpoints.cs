using FreedomPaySandbox.Emulator.Access;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>What tests and people steer the sandbox with. Most of it is there for one merchant and for all.</summary>
internal static class AdminEndpoints
{
    public static void MapAdmin(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup(AdminPath.Root);
        admin.IgnoresNothing();
        admin.Route("Merchants").MapMerchants();
        admin.Route("Cards").MapCards();
        admin.Route("Payouts").MapPayouts();
        admin.Route("Callbacks").MapCallbacks();
        admin.Route("Requests").MapRequests();
        admin.Route("Signatures").MapSignatures();
        admin.Route("Findings").MapFindings();
        admin.Route("Rules").MapRules();
        admin.Route("Clock").MapClocks();
        admin.Route("Sandbox").MapSandbox();
        admin.MapOpenApi("/openapi.json");
    }

    // A group of its own, under a word that the description shows.
    private static RouteGroupBuilder Route(this RouteGroupBuilder admin, string tag) => admin.MapGroup("").WithTags(tag);
}

/// <summary>
/// The admin API beside the gateway, put together at its first call: people wait for a start, and most sandboxes that start are not
/// steered in their first moment.
/// </summary>
internal static class AdminBranch
{
    public static void UseAdmin(this IApplicationBuilder app)
    {
        var admin = new Lazy<RequestDelegate>(() => Build(app.New()));
        app.Use(next => context => AdminPath.Contains(context.Request) ? admin.Value(context) : next(context));
    }

    private static RequestDelegate Build(IApplicationBuilder branch)
    {
        branch.UseRouting();
        branch.UseEndpoints(endpoints => endpoints.MapAdmin());
        return branch.Build();
    }
}
