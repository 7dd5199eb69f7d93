using FreedomPaySandbox.Emulator.Admin.Views;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Empties merchants, and tells how the sandbox is and what it was started with.</summary>
internal static class SandboxEndpoints
{
    public static void MapSandbox(this RouteGroupBuilder admin)
    {
        admin.MapPost("/reset", ResetAllAsync)
            .WithSummary("Empties all merchants")
            .WithDescription("Each as by its own reset; the clock that new merchants start with goes back to the machine's. Merchants and their settings stay.");
        admin.MapPost("/merchants/{merchant}/reset", ResetAsync)
            .WithSummary("Empties a merchant")
            .WithDescription(
                "Payouts, callbacks and journal are gone; balance, clock, rules and counts are as they were at first. Settings and secrets stay. "
                + "Whatever was under way for it can write nothing after this is answered.");
        admin.MapGet("/health", HealthAsync).WithSummary("Tells how the sandbox is");
        admin.MapGet("/config", Config).WithSummary("Tells what the sandbox was started with, secrets left out");
    }

    private static async Task<Ok<ResetView>> ResetAllAsync(MerchantReset reset) => TypedResults.Ok(new ResetView(await reset.AllAsync()));

    private static async Task<Results<Ok<MerchantView>, AdminProblem>> ResetAsync(string merchant, MerchantRegistry merchants, MerchantReset reset)
    {
        if (merchants.Find(merchant) is not { } state || await reset.OneAsync(state.Merchant.Id) is not { } fresh)
            return MerchantScope.NoMerchant(merchant);
        return TypedResults.Ok(MerchantView.From(fresh.Merchant, fresh.Merchant.OpeningBalance));
    }

    private static async Task<Ok<HealthView>> HealthAsync(
        MerchantRegistry merchants, SandboxStore store, JournalFactory room, SandboxClock machine, CancellationToken cancellation)
    {
        var payouts = await store.Payouts.CountAsync(cancellation);
        return TypedResults.Ok(new HealthView("ok", HealthView.ThisVersion, store.ToString(), merchants.Count, payouts, room.Spent, machine.Now));
    }

    private static Ok<ConfigView> Config(SandboxSettings settings) => TypedResults.Ok(ConfigView.From(settings));
}
