using FreedomPaySandbox.Emulator.Admin.Views;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Storage;
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
        HttpRequest request, MerchantBook merchants, Accounts accounts, SandboxStore store, CancellationToken cancellation)
    {
        var (body, problem) = await AdminBody.ReadAsync(request, cancellation);
        if (body is null)
            return problem!;
        using var read = body;
        (var order, problem) = MerchantOrder.ForNew(body);
        if (order is null)
            return problem!;
        if (merchants.Count >= Accounts.MaxMerchants)
            return AdminProblem.Conflict($"There are {Accounts.MaxMerchants} merchants already. Remove some that are done with: DELETE {AdminGate.Root}/merchants/ID.");

        var account = order.Id == 0 ? await accounts.MakeAsync(order.Make) : await accounts.MakeAsync(order.Make(order.Id));
        if (account is null)
            return AdminProblem.Conflict($"There is a merchant {order.Id} already. Change it with PUT, or leave the id out for a fresh one.");
        return TypedResults.Created(
            $"{AdminGate.Root}/merchants/{account.Merchant.Id}",
            (await ViewAsync(account, store, cancellation)).With(account.Merchant.Secrets));
    }

    private static async Task<Ok<MerchantList>> ListAsync(MerchantBook merchants, SandboxStore store, CancellationToken cancellation)
    {
        var views = new List<MerchantView>();
        foreach (var account in merchants.All)
            views.Add(await ViewAsync(account, store, cancellation));
        return TypedResults.Ok(new MerchantList(views));
    }

    private static async Task<Results<Ok<MerchantView>, AdminProblem>> ShowAsync(
        string merchant, MerchantBook merchants, SandboxStore store, CancellationToken cancellation) => merchants.Find(merchant) is { } account
            ? TypedResults.Ok(await ViewAsync(account, store, cancellation))
            : AdminScope.NoMerchant(merchant);

    private static async Task<Results<Ok<MerchantView>, AdminProblem>> ChangeAsync(
        string merchant, HttpRequest request, MerchantBook merchants, MerchantReset reset, Accounts accounts, SandboxStore store, CancellationToken cancellation)
    {
        if (merchants.Find(merchant) is not { } found)
            return AdminScope.NoMerchant(merchant);
        var (body, problem) = await AdminBody.ReadAsync(request, cancellation);
        if (body is null)
            return problem!;
        using var read = body;
        return await reset.ChangeAsync(found.Merchant.Id, account => ApplyAsync(account, body, accounts, store, cancellation)) ?? AdminScope.NoMerchant(merchant);
    }

    private static async Task<Results<Ok<MerchantView>, AdminProblem>> ApplyAsync(
        Account account, AdminBody body, Accounts accounts, SandboxStore store, CancellationToken cancellation)
    {
        var (order, problem) = MerchantOrder.ForChange(body, account.Merchant);
        if (order is null)
            return problem!;

        var merchant = order.Make(account.Merchant.Id);
        var now = account.Clock.Now;
        if (order.NamesBalance && await store.Accounts.BalanceAsync(account.Number, now, cancellation) == merchant.OpeningBalance)
        {
            // Somebody sent back what was shown. It changes nothing, not even what a reset goes back to.
            merchant = merchant with { OpeningBalance = account.Merchant.OpeningBalance };
        }
        else if (order.NamesBalance)
        {
            await store.Accounts.SetBalanceAsync(account.Number, merchant.OpeningBalance, now);
        }

        await accounts.ChangeAsync(account, merchant);
        return TypedResults.Ok(await ViewAsync(account, store, cancellation));
    }

    private static async Task<Results<NoContent, AdminProblem>> RemoveAsync(string merchant, MerchantBook merchants, MerchantReset reset)
    {
        if (merchants.Find(merchant) is not { } account || !await reset.RemoveAsync(account.Merchant.Id))
            return AdminScope.NoMerchant(merchant);
        return TypedResults.NoContent();
    }

    private static async Task<MerchantView> ViewAsync(Account account, SandboxStore store, CancellationToken cancellation)
    {
        // An account that is being closed at the moment has nothing.
        var balance = await store.Accounts.BalanceAsync(account.Number, account.Clock.Now, cancellation);
        return MerchantView.Of(account.Merchant, balance ?? account.Merchant.OpeningBalance);
    }
}
