namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>What tests and people steer the sandbox with. Most of it is there for one merchant and for all.</summary>
internal static class AdminEndpoints
{
    public static void MapAdmin(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup(AdminGate.Root);
        admin.IgnoresNothing();
        admin.Of("Merchants").MapMerchants();
        admin.Of("Cards").MapCards();
        admin.Of("Payouts").MapPayouts();
        admin.Of("Callbacks").MapCallbacks();
        admin.Of("Requests").MapRequests();
        admin.Of("Signatures").MapSignatures();
        admin.Of("Findings").MapFindings();
        admin.Of("Rules").MapRules();
        admin.Of("Clock").MapClocks();
        admin.Of("Sandbox").MapSandbox();
        admin.MapOpenApi("/openapi.json");
    }

    // A group of its own, under a word that the description shows.
    private static RouteGroupBuilder Of(this RouteGroupBuilder admin, string tag) => admin.MapGroup("").WithTags(tag);
}
