using FreedomPaySandbox.Emulator.Admin.Views;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Registry;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Finds and counts calls in the journals, and waits for them. Calls of no known merchant are those of merchant 0.</summary>
internal static class RequestEndpoints
{
    private static readonly string s_nobody = $"{JournalId.NoMerchant}";

    public static void MapRequests(this RouteGroupBuilder admin)
    {
        foreach (var place in new[] { "/requests", "/merchants/{merchant}/requests" })
        {
            admin.MapGet(place, FindAsync).WithSummary("Finds calls to the gateway, or waits for them");
            admin.MapGet(place + "/count", Count).WithSummary("Counts calls to the gateway");
            admin.MapGet(place + "/{request}", Show).WithSummary("Shows a call to the gateway");
        }
    }

    private static async Task<Results<Ok<RequestList>, AdminProblem>> FindAsync(
        string? merchant,
        string? order,
        string? operation,
        string? outcome,
        string? payout,
        string? after,
        string? limit,
        string? min,
        string? wait,
        MerchantRegistry merchants,
        UnattributedJournal nobody,
        SandboxClock machine,
        CancellationToken cancellation)
    {
        var arguments = new AdminArguments();
        var query = GetQuery(arguments, order, operation, outcome, payout) with { Limit = arguments.Count("limit", limit, JournalQuery.DefaultLimit, JournalQuery.MaxLimit) };
        var cursor = arguments.After(after);
        var least = arguments.Count("min", min, 1, JournalQuery.MaxLimit);
        var patience = arguments.Wait(wait);
        if (arguments.Problem is { } problem)
            return problem;
        if (GetJournals(merchants, nobody, merchant) is not { } first)
            return MerchantScope.NoMerchant(merchant!);

        return TypedResults.Ok(await LongPoll.UntilAsync(
            first.Changes, _ => Task.FromResult(Look()), list => list.Requests.Count >= Math.Min(least, query.Limit), patience, machine.Time, cancellation));

        // Anew with each look, because a reset gives a merchant another journal.
        RequestList Look() => GetJournals(merchants, nobody, merchant) is { } journals
            ? Find(journals, query, cursor)
            : new RequestList([], after ?? "0", 0, Complete: true);
    }

    private static RequestList Find(JournalSelection journals, JournalQuery query, AdminCursor cursor)
    {
        var found = new List<RequestView>();
        var (next, evicted, complete) = (AdminCursor.Text(journals.IsOne, cursor.Merchant ?? JournalId.NoMerchant, $"{cursor.Id}"), 0L, true);
        foreach (var (merchant, journal) in journals.Journals.Where(one => cursor.Reaches(one.Merchant)))
        {
            var page = journal.Find(query with { After = cursor.IsWithin(merchant) ? cursor.Id : 0, Limit = query.Limit - found.Count });
            found.AddRange(page.Entries.Select(RequestView.From));
            (next, evicted, complete) = (AdminCursor.Text(journals.IsOne, merchant, $"{page.Next}"), evicted + page.Evicted, complete && page.Complete);
            if (found.Count == query.Limit)
                break;
        }

        return new RequestList(found, next, evicted, complete);
    }

    private static Results<Ok<JournalCount>, AdminProblem> Count(
        string? merchant, string? order, string? operation, string? outcome, string? payout, MerchantRegistry merchants, UnattributedJournal nobody)
    {
        var arguments = new AdminArguments();
        var query = GetQuery(arguments, order, operation, outcome, payout);
        if (arguments.Problem is { } problem)
            return problem;
        if (GetJournals(merchants, nobody, merchant) is not { } journals)
            return MerchantScope.NoMerchant(merchant!);

        var counts = journals.Journals.Select(one => one.Journal.Count(query)).ToList();
        return TypedResults.Ok(new JournalCount(
            counts.Sum(count => count.Count), counts.TrueForAll(count => count.Complete), counts.Sum(count => count.Evicted)));
    }

    private static Results<Ok<RequestView>, AdminProblem> Show(string? merchant, string request, MerchantRegistry merchants, UnattributedJournal nobody)
    {
        if (merchant is not null && GetJournals(merchants, nobody, merchant) is null)
            return MerchantScope.NoMerchant(merchant);
        if (JournalId.Parse(request) is { } id
            && (merchant is null || string.Equals(merchant, $"{id.MerchantId}", StringComparison.Ordinal))
            && GetJournals(merchants, nobody, $"{id.MerchantId}") is { Journals: [var (_, journal)] })
        {
            if (journal.Find(id.Number) is { } entry)
                return TypedResults.Ok(RequestView.From(entry));
            if (id.Number > 0 && id.Number <= journal.LastNumber)
                return AdminProblem.NotFound("The journal has let this call go.", "It keeps the last ones of each merchant: more of them with --journal-entries.");
        }

        return AdminProblem.NotFound(
            "There is no such call in the journal.",
            "Its id is what the answer carried as X-Sandbox-Request, such as 9970-17; a reset of the merchant begins a new journal.");
    }

    private static JournalQuery GetQuery(AdminArguments arguments, string? order, string? operation, string? outcome, string? payout) => new()
    {
        OrderId = order,
        Operation = operation,
        Outcome = outcome,
        PaymentId = arguments.Number("payout", payout),
    };

    private static JournalSelection? GetJournals(MerchantRegistry merchants, UnattributedJournal nobody, string? merchant)
    {
        if (string.Equals(merchant, s_nobody, StringComparison.Ordinal))
            return new JournalSelection([(JournalId.NoMerchant, nobody.Journal)], nobody.Changes, IsOne: true);
        if (!MerchantScope.TryFind(merchants, merchant, out var scope, out _))
            return null;
        var journals = scope.States.Select(state => (state.Merchant.Id, state.Journal));
        return new JournalSelection([.. scope.IsOne ? journals : journals.Prepend((JournalId.NoMerchant, nobody.Journal))], scope.Changes, scope.IsOne);
    }
}

/// <summary>The journals that a call is about, each with its merchant, and what is notified when one of them grows.</summary>
internal sealed record JournalSelection(IReadOnlyList<(long Merchant, MerchantJournal Journal)> Journals, ChangeSignal Changes, bool IsOne);
