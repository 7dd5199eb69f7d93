namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>What tests and people steer the sandbox with. Most of it is there for one merchant and for all.</summary>
internal static class AdminEndpoints
{
    public static void MapAdmin(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup(AdminGate.Root);
        admin.MapMerchants();
        admin.MapPayouts();
        admin.MapCallbacks();
        admin.MapRequests();
        admin.MapRules();
        admin.MapClocks();
        admin.MapSandbox();
        app.MapOpenApi(AdminGate.Root + "/openapi.json");
    }
}
