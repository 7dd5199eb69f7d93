using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Rules;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Shows, replaces and takes back the rules of a merchant.</summary>
internal static class RuleEndpoints
{
    private const string Place = "/merchants/{merchant}/rules";
    private const string JsonType = "application/json";

    public static void MapRules(this RouteGroupBuilder admin)
    {
        admin.MapGet(Place, Show).GivesRules()
            .WithSummary("Shows a merchant's rules with how often each decided, the built-in ones last");
        admin.MapPut(Place, ReplaceAsync).GivesRules().TakesRules()
            .WithSummary("Replaces a merchant's rules")
            .WithDescription("All or none: everything that is wrong is told. Counts begin anew. docs/rules.md describes them, with ten examples.");
        admin.MapDelete(Place, TakeBackAsync).GivesRules()
            .WithSummary("Goes back to the rules that the sandbox was started with");
    }

    private static Results<FileContentHttpResult, AdminProblem> Show(string merchant, MerchantRegistry merchants) =>
        merchants.Find(merchant) is { } state ? Rules(state) : MerchantScope.NoMerchant(merchant);

    private static async Task<Results<FileContentHttpResult, AdminProblem>> ReplaceAsync(string merchant, HttpRequest request, MerchantRegistry merchants, MerchantLifecycle lifecycle, CancellationToken cancellation)
    {
        if (merchants.Find(merchant) is null)
            return MerchantScope.NoMerchant(merchant);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        var reading = RulesReader.Read(body.GetBuffer().AsMemory(0, (int)body.Length), OperationNames.All);
        if (!reading.IsRead)
            return AdminProblem.BadRequest("These are no rules, and none was taken. docs/rules.md describes them, with ten examples.", reading.Problems);

        // Once more, because a reset may have given the merchant another epoch while the body came.
        return merchants.Find(merchant) is { } now ? await TakeAsync(now, lifecycle, reading.Rules) : MerchantScope.NoMerchant(merchant);
    }

    private static async Task<Results<FileContentHttpResult, AdminProblem>> TakeBackAsync(string merchant, MerchantRegistry merchants, MerchantLifecycle lifecycle) =>
        merchants.Find(merchant) is { } state ? await TakeAsync(state, lifecycle, rules: null) : MerchantScope.NoMerchant(merchant);

    private static async Task<FileContentHttpResult> TakeAsync(MerchantState state, MerchantLifecycle lifecycle, RuleSet? rules)
    {
        await lifecycle.PutRulesAsync(state, rules);
        return Rules(state);
    }

    private static FileContentHttpResult Rules(MerchantState state) =>
        TypedResults.Bytes(RulesWriter.Write(state.Rules, state.Merchant), JsonType);
}
