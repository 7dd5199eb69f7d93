using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Makes, shows, changes and removes merchants.</summary>
internal static class MerchantEndpoints
{
    public static void MapMerchants(this RouteGroupBuilder admin)
    {
        admin.MapPost("/merchants", MakeAsync).TakesMerchant().MayConflict()
            .WithSummary("Makes a merchant")
            .WithDescription("With {} it gets a fresh id, fresh secrets and the defaults; anything of it can be given. Only this answer shows the secrets.");
        admin.MapGet("/merchants", ListAsync).WithSummary("Lists the merchants");
        admin.MapGet("/merchants/{merchant}", ShowAsync).WithSummary("Shows a merchant");
        admin.MapPut("/merchants/{merchant}", ChangeAsync).TakesMerchant()
            .WithSummary("Changes a merchant")
            .WithDescription("What is left out stays as it is, so what a GET shows can be edited and sent back. A new balance counts at once, and is what a reset goes back to; "
                + "a new seed or clock counts from the next reset on.");
        admin.MapDelete("/merchants/{merchant}", RemoveAsync)
            .WithSummary("Removes a merchant")
            .WithDescription("With its payouts, callbacks, rules and journal.");
    }

    private static async Task<Results<Created<MerchantView>, AdminProblem>> MakeAsync(
        HttpRequest request, MerchantRegistry merchants, MerchantLifecycle lifecycle, SandboxStore store, CancellationToken cancellation)
    {
        var (body, problem) = await AdminBody.ReadAsync(request, cancellation);
        if (body is null)
            return problem!;
        using var read = body;
        (var order, problem) = MerchantOrder.ForNew(body);
        if (order is null)
            return problem!;
        if (merchants.Count >= MerchantLifecycle.MaxMerchants)
            return AdminProblem.Conflict($"There are {MerchantLifecycle.MaxMerchants} merchants already. Remove some that are done with: DELETE {AdminPath.Root}/merchants/ID.");

        var state = order.Id == 0 ? await lifecycle.MakeAsync(order.Make) : await lifecycle.MakeAsync(order.Make(order.Id));
        if (state is null)
            return AdminProblem.Conflict($"There is a merchant {order.Id} already. Change it with PUT, or leave the id out for a fresh one.");
        return TypedResults.Created(
            $"{AdminPath.Root}/merchants/{state.Merchant.Id}",
            (await ViewAsync(state, store, cancellation)).With(state.Merchant.Secrets));
    }

    private static async Task<Ok<MerchantList>> ListAsync(MerchantRegistry merchants, SandboxStore store, CancellationToken cancellation)
    {
        var views = new List<MerchantView>();
        foreach (var state in merchants.All)
            views.Add(await ViewAsync(state, store, cancellation));
        return TypedResults.Ok(new MerchantList(views));
    }

    private static async Task<Results<Ok<MerchantView>, AdminProblem>> ShowAsync(
        string merchant, MerchantRegistry merchants, SandboxStore store, CancellationToken cancellation) => merchants.Find(merchant) is { } state
            ? TypedResults.Ok(await ViewAsync(state, store, cancellation))
            : MerchantScope.NoMerchant(merchant);

    private static async Task<Results<Ok<MerchantView>, AdminProblem>> ChangeAsync(
        string merchant, HttpRequest request, MerchantRegistry merchants, MerchantReset reset, MerchantLifecycle lifecycle, SandboxStore store, CancellationToken cancellation)
    {
        if (merchants.Find(merchant) is not { } found)
            return MerchantScope.NoMerchant(merchant);
        var (body, problem) = await AdminBody.ReadAsync(request, cancellation);
        if (body is null)
            return problem!;
        using var read = body;
        return await reset.ChangeAsync(found.Merchant.Id, state => ApplyAsync(state, body, lifecycle, store, cancellation)) ?? MerchantScope.NoMerchant(merchant);
    }

    private static async Task<Results<Ok<MerchantView>, AdminProblem>> ApplyAsync(
        MerchantState state, AdminBody body, MerchantLifecycle lifecycle, SandboxStore store, CancellationToken cancellation)
    {
        var (order, problem) = MerchantOrder.ForChange(body, state.Merchant);
        if (order is null)
            return problem!;

        var merchant = order.Make(state.Merchant.Id);
        var now = state.Clock.Now;
        if (order.NamesBalance && await store.States.BalanceAsync(state.Epoch, now, cancellation) == merchant.OpeningBalance)
        {
            // Somebody sent back what was shown. It changes nothing, not even what a reset goes back to.
            merchant = merchant with { OpeningBalance = state.Merchant.OpeningBalance };
        }
        else if (order.NamesBalance)
        {
            await store.States.SetBalanceAsync(state.Epoch, merchant.OpeningBalance, now);
        }

        await lifecycle.ChangeAsync(state, merchant);
        return TypedResults.Ok(await ViewAsync(state, store, cancellation));
    }

    private static async Task<Results<NoContent, AdminProblem>> RemoveAsync(string merchant, MerchantRegistry merchants, MerchantReset reset)
    {
        if (merchants.Find(merchant) is not { } state || !await reset.RemoveAsync(state.Merchant.Id))
            return MerchantScope.NoMerchant(merchant);
        return TypedResults.NoContent();
    }

    private static async Task<MerchantView> ViewAsync(MerchantState state, SandboxStore store, CancellationToken cancellation)
    {
        // A merchant that is being closed at the moment has nothing.
        var balance = await store.States.BalanceAsync(state.Epoch, state.Clock.Now, cancellation);
        return MerchantView.From(state.Merchant, balance ?? state.Merchant.OpeningBalance);
    }
}
