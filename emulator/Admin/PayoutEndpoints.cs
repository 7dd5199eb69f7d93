using System.Globalization;
using System.Text.Json;
using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Admin.Views;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Decisions;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Finds payouts, waits for them, and settles those in process.</summary>
internal static class PayoutEndpoints
{
    private const string OutcomeMember = "outcome";

    public static void MapPayouts(this RouteGroupBuilder admin)
    {
        foreach (var place in new[] { "/payouts", "/merchants/{merchant}/payouts" })
        {
            admin.MapGet(place, FindAsync).WithSummary("Finds payouts, or waits for them");
            admin.MapGet(place + "/{payment}", ShowAsync).WithSummary("Shows a payout");
            admin.MapPost(place + "/{payment}/settle", SettleAsync).TakesSettlement().MayConflict()
                .WithSummary("Makes a payout in process final now")
                .WithDescription("As it was to end, or with the outcome that the body gives. Its callback comes as after any settlement: at once, unless callbackSchedule begins with a wait.");
        }
    }

    private static async Task<Results<Ok<PayoutList>, AdminProblem>> FindAsync(
        string? merchant,
        string? order,
        string? status,
        string? after,
        string? limit,
        string? min,
        string? wait,
        MerchantRegistry merchants,
        SandboxStore store,
        SandboxClock machine,
        CancellationToken cancellation)
    {
        var arguments = new AdminArguments();
        var word = arguments.Word("status", status, DomainWords.PayoutStatuses);
        var cursor = arguments.After(after);
        var most = arguments.Count("limit", limit, PayoutQuery.DefaultLimit, PayoutQuery.MaxLimit);
        var least = arguments.Count("min", min, 1, PayoutQuery.MaxLimit);
        var patience = arguments.Wait(wait);
        if (arguments.Problem is { } problem || !MerchantScope.TryFind(merchants, merchant, out var scope, out problem))
            return problem;

        return TypedResults.Ok(await LongPoll.UntilAsync(
            scope.Changes, LookAsync, list => list.Payouts.Count >= Math.Min(least, most) || list.Reason is not null, patience, machine.Time, cancellation));

        async Task<PayoutList> LookAsync(CancellationToken stopping)
        {
            // Once more, because a reset gives a merchant another epoch.
            if (!MerchantScope.TryFind(merchants, merchant, out var now, out _))
                return new PayoutList([], null);
            var found = new List<PayoutView>();
            foreach (var state in now.States.Where(state => cursor.Reaches(state.Merchant.Id)))
            {
                var at = state.Clock.Now;
                var query = new PayoutQuery(state.Epoch, at)
                {
                    After = cursor.IsWithin(state.Merchant.Id) ? cursor.Id : 0,
                    Limit = most - found.Count,
                    OrderId = order,
                    Status = word,
                };
                found.AddRange((await store.Payouts.FindAsync(query, stopping)).Select(payout => PayoutView.From(payout, at)));
                if (found.Count == most)
                    break;
            }

            var next = found.Count == 0 ? null : AdminCursor.Text(now.IsOne, found[^1].MerchantId, $"{found[^1].Id}");
            return patience > TimeSpan.Zero && word is not null && after is null && order is not null && found.Count < Math.Min(least, most)
                ? new PayoutList(found, next, WaitProspect.Reason(least, await ProspectsAsync(now, stopping)))
                : new PayoutList(found, next);
        }

        async Task<List<(bool IsIn, string? WhyNever)>> ProspectsAsync(MerchantScope now, CancellationToken stopping)
        {
            var all = new List<(bool, string?)>();
            foreach (var state in now.States)
            {
                var payouts = await store.Payouts.FindAsync(new PayoutQuery(state.Epoch, state.Clock.Now) { OrderId = order }, stopping);
                var prospect = WaitProspect.Create(state);
                all.AddRange(payouts.Select(payout => (payout.StatusAt(prospect.Now) == word, prospect.WhyNever(payout))));
            }

            return all;
        }
    }

    private static async Task<Results<Ok<PayoutView>, AdminProblem>> ShowAsync(
        string? merchant, string payment, MerchantRegistry merchants, SandboxStore store, CancellationToken cancellation)
    {
        if (!MerchantScope.TryFind(merchants, merchant, out var scope, out var problem))
            return problem;
        return await OneAsync(scope, payment, store, cancellation) is var (state, payout)
            ? TypedResults.Ok(PayoutView.From(payout, state.Clock.Now))
            : NoPayout();
    }

    private static async Task<Results<Ok<PayoutView>, AdminProblem>> SettleAsync(
        string? merchant,
        string payment,
        HttpRequest request,
        MerchantRegistry merchants,
        SandboxStore store,
        SettlePayout settlePayout,
        CancellationToken cancellation)
    {
        if (!MerchantScope.TryFind(merchants, merchant, out var scope, out var problem))
            return problem;
        (var body, problem) = await AdminBody.ReadAsync(request, cancellation);
        if (body is null)
            return problem!;
        using var read = body;
        var problems = body.Unknown(OutcomeMember).ToList();
        var outcome = GetOutcome(body, problems);
        if (problems.Count > 0)
            return AdminProblem.BadRequest("The payout cannot be settled so.", problems);
        if (await OneAsync(scope, payment, store, cancellation) is not var (state, payout))
            return NoPayout();

        var settled = await settlePayout.HandleAsync(state, payout.PaymentId, outcome is { } given ? given.ErrorCode ?? 0 : null, cancellation);
        return settled switch
        {
            null => NoPayout(),
            { Conflict: SettleConflict.Final } => AdminProblem.Conflict(
                $"The payout is final already: {DomainWords.Format(settled.Payout.StatusAt(state.Clock.Now))}. Only one in process can be settled."),
            { Conflict: SettleConflict.NoRecipient } => AdminProblem.Conflict(
                "The payout cannot succeed: its recipient has typed no card yet. Type one on its page, or settle it with an error."),
            _ => TypedResults.Ok(PayoutView.From(settled.Payout, settled.Payout.SettlesAt)),
        };
    }

    private static async Task<(MerchantState State, Payouts.Payout Payout)?> OneAsync(
        MerchantScope scope, string payment, SandboxStore store, CancellationToken cancellation)
    {
        if (!long.TryParse(payment, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        foreach (var state in scope.States)
        {
            if (await store.Payouts.FindAsync(new PayoutQuery(state.Epoch, state.Clock.Now) { PaymentId = id }, cancellation) is [var payout])
                return (state, payout);
        }

        return null;
    }

    private static Outcome? GetOutcome(AdminBody body, List<string> problems)
    {
        if (!body.Has(OutcomeMember, out var value))
            return null;
        if (value.Value.ValueKind == JsonValueKind.String && Outcome.TryParse(value.Value.GetString()!, out var outcome) && !outcome.InProcess)
            return outcome;
        problems.Add($"{OutcomeMember}: expected success or error N, N being a code of the vendor's table.");
        return null;
    }

    private static AdminProblem NoPayout() => AdminProblem.NotFound(
        "There is no such payout.", $"GET {AdminPath.Root}/payouts finds those there are; after a reset there are none.");
}
