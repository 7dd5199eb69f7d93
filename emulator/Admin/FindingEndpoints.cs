using FreedomPaySandbox.Emulator.Admin.Views;
using FreedomPaySandbox.Emulator.Findings;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Tells what merchants do that will hurt in production.</summary>
internal static class FindingEndpoints
{
    private static readonly Dictionary<string, int> s_kinds = FindingKind.All.Select((kind, place) => (kind.Id, place))
        .ToDictionary(kind => kind.Id, kind => kind.place, StringComparer.Ordinal);

    public static void MapFindings(this RouteGroupBuilder admin)
    {
        foreach (var place in new[] { "/findings", "/merchants/{merchant}/findings" })
        {
            admin.MapGet(place, List).WithSummary("Lists findings")
                .WithDescription("Mistakes that the gateway would not tell: double payouts, lost answers, salts used twice and others, since the merchant's last reset.");
        }
    }

    private static Results<Ok<FindingList>, AdminProblem> List(string? merchant, string? kind, string? limit, MerchantRegistry merchants)
    {
        var arguments = new AdminArguments();
        var place = arguments.Word("kind", kind, s_kinds);
        var most = arguments.Count("limit", limit, PayoutQuery.DefaultLimit, PayoutQuery.MaxLimit);
        if (arguments.Problem is { } problem || !MerchantScope.TryFind(merchants, merchant, out var scope, out problem))
            return problem;
        var found = scope.States
            .SelectMany(state => state.Misuse.FindingsAt(state.Clock.Now).Select(finding => (state.Merchant.Id, Finding: finding)))
            .Where(found => place is null || found.Finding.Kind == FindingKind.All[place.Value]);
        return TypedResults.Ok(new FindingList([.. found.Take(most).Select(one => FindingView.From(one.Id, one.Finding))]));
    }
}
