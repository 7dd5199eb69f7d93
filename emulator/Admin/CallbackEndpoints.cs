using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Admin.Views;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.UseCases;
using FreedomPaySandbox.Protocol;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Finds callbacks, waits for them, shows their attempts, and sends them again.</summary>
internal static class CallbackEndpoints
{
    private const int MostAttempts = 100;

    public static void MapCallbacks(this RouteGroupBuilder admin)
    {
        foreach (var place in new[] { "/callbacks", "/merchants/{merchant}/callbacks" })
        {
            admin.MapGet(place, FindAsync).WithSummary("Finds callbacks, or waits for them");
            admin.MapGet(place + "/{callback}", ShowAsync).WithSummary("Shows a callback with its attempts");
            admin.MapPost(place + "/{callback}/resend", ResendAsync).MayConflict()
                .WithSummary("Sends a callback again")
                .WithDescription("At once, and with the whole schedule before it, whether it was delivered, dead, lost or still pending. Not while its payout is in process: settle that, or advance the clock.");
        }
    }

    private static async Task<Results<Ok<CallbackList>, AdminProblem>> FindAsync(
        string? merchant,
        string? payout,
        string? order,
        string? state,
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
        var payment = arguments.Number("payout", payout);
        var word = arguments.Word("state", state, DomainWords.CallbackStates);
        var cursor = arguments.After(after);
        var most = arguments.Count("limit", limit, CallbackQuery.DefaultLimit, CallbackQuery.MaxLimit);
        var least = arguments.Count("min", min, 1, CallbackQuery.MaxLimit);
        var patience = arguments.Wait(wait);
        if (arguments.Problem is { } problem || !MerchantScope.TryFind(merchants, merchant, out var scope, out problem))
            return problem;

        return TypedResults.Ok(await LongPoll.UntilAsync(
            scope.Changes, LookAsync, list => list.Callbacks.Count >= Math.Min(least, most) || list.Reason is not null, patience, machine.Time, cancellation));

        async Task<CallbackList> LookAsync(CancellationToken stopping)
        {
            // Once more, because a reset gives a merchant another epoch.
            if (!MerchantScope.TryFind(merchants, merchant, out var now, out _))
                return new CallbackList([], null);
            var found = new List<CallbackView>();
            foreach (var state in now.States.Where(state => cursor.Reaches(state.Merchant.Id)))
            {
                var query = new CallbackQuery(state.Epoch)
                {
                    After = cursor.IsWithin(state.Merchant.Id) ? (cursor.Id, cursor.Number) : default,
                    Limit = most - found.Count,
                    PaymentId = payment,
                    OrderId = order,
                    State = word,
                };
                found.AddRange((await store.Callbacks.FindAsync(query, stopping)).Select(callback => CallbackView.From(callback)));
                if (found.Count == most)
                    break;
            }

            var next = found.Count == 0 ? null : AdminCursor.Text(now.IsOne, found[^1].MerchantId, found[^1].Id);
            var isPlain = patience > TimeSpan.Zero && word is not null && after is null && (order is not null || payment is not null);
            return isPlain && found.Count < Math.Min(least, most)
                ? new CallbackList(found, next, WaitProspect.Reason(least, await ProspectsAsync(now, stopping)))
                : new CallbackList(found, next);
        }

        async Task<List<(bool IsIn, string? WhyNever)>> ProspectsAsync(MerchantScope now, CancellationToken stopping)
        {
            var all = new List<(bool, string?)>();
            foreach (var state in now.States)
            {
                var callbacks = await store.Callbacks.FindAsync(
                    new CallbackQuery(state.Epoch) { PaymentId = payment, OrderId = order, Limit = CallbackQuery.MaxLimit }, stopping);
                var payouts = await store.Payouts.FindAsync(
                    new PayoutQuery(state.Epoch, state.Clock.Now) { PaymentId = payment, OrderId = order }, stopping);
                var prospect = WaitProspect.Create(state);
                all.AddRange(callbacks.Select(callback => (callback.State == word, prospect.WhyNever(callback))));
                all.AddRange(payouts.Where(payout => callbacks.All(callback => callback.Key.PaymentId != payout.PaymentId)).Select(payout => (false, prospect.WhyNoCallback(payout))));
            }

            return all;
        }
    }

    private static async Task<Results<Ok<CallbackView>, AdminProblem>> ShowAsync(
        string? merchant, string callback, MerchantRegistry merchants, SandboxStore store, SandboxLocation here, CancellationToken cancellation)
    {
        if (!MerchantScope.TryFind(merchants, merchant, out var scope, out var problem))
            return problem;
        return await OneAsync(scope, callback, store, cancellation) is var (_, found)
            ? TypedResults.Ok(await ViewAsync(found, store, here, cancellation))
            : NoCallback();
    }

    private static async Task<Results<Accepted<CallbackView>, AdminProblem>> ResendAsync(
        string? merchant,
        string callback,
        MerchantRegistry merchants,
        SandboxStore store,
        SandboxLocation here,
        ResendCallback resendCallback,
        CancellationToken cancellation)
    {
        if (!MerchantScope.TryFind(merchants, merchant, out var scope, out var problem))
            return problem;
        if (await OneAsync(scope, callback, store, cancellation) is not var (state, found))
            return NoCallback();

        if (await resendCallback.HandleAsync(state, found.Key, cancellation) is not { } resent)
            return NoCallback();
        if (resent.InProcess is { } payout)
            return NotFinal(payout);
        var again = found with { State = CallbackState.Pending, DueAt = resent.DueAt };
        return TypedResults.Accepted(
            $"{AdminPath.Root}/merchants/{found.MerchantId}/callbacks/{found.Key}", await ViewAsync(again, store, here, cancellation));
    }

    private static async Task<(MerchantState State, StoredCallback Callback)?> OneAsync(
        MerchantScope scope, string callback, SandboxStore store, CancellationToken cancellation)
    {
        if (AdminCursor.TryParse(callback) is not { Merchant: null, Number: > 0 } id)
            return null;
        foreach (var state in scope.States)
        {
            var query = new CallbackQuery(state.Epoch) { PaymentId = id.Id, Number = id.Number };
            if (await store.Callbacks.FindAsync(query, cancellation) is [var found])
                return (state, found);
        }

        return null;
    }

    private static async Task<CallbackView> ViewAsync(StoredCallback callback, SandboxStore store, SandboxLocation here, CancellationToken cancellation)
    {
        var attempts = await store.Callbacks.AttemptsAsync(callback.Key, MostAttempts, cancellation);
        return CallbackView.From(callback, [.. attempts.Select(attempt => AttemptView.From(attempt, callback.PostLink, here))]);
    }

    private static AdminProblem NotFinal(Payout payout)
    {
        var settle = $"settle it (POST {AdminPath.Root}/merchants/{payout.MerchantId}/payouts/{payout.PaymentId}/settle)";
        var advance = $"advance the clock to {WireDate.Iso(payout.SettlesAt)} (POST {AdminPath.Root}/merchants/{payout.MerchantId}/clock/advance)";
        var card = payout.Waits ? "type a card on its page, " : "";
        return AdminProblem.Conflict(
            $"Payout {payout.PaymentId} is in process, so there is no outcome to send yet. To have it called back, {card}{settle}, or {advance}.");
    }

    private static AdminProblem NoCallback() => AdminProblem.NotFound(
        "There is no such callback.", $"Its id is payment id and number, such as 4963922019-1; GET {AdminPath.Root}/callbacks finds those there are.");
}
