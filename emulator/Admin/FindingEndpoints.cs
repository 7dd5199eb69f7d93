using FreedomPaySandbox.Emulator.Admin.Views;
using FreedomPaySandbox.Emulator.Merchants;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Tells what merchants do that will hurt in production.</summary>
internal static class FindingEndpoints
{
    private const int MostAtOnce = 1000;

    public static void MapFindings(this RouteGroupBuilder admin)
    {
        foreach (var place in new[] { "/findings", "/merchants/{merchant}/findings" })
        {
            admin.MapGet(place, List).WithSummary("Lists findings")
                .WithDescription("Mistakes that the gateway would not tell: double payouts, lost answers, salts used twice and others, since the merchant's last reset.");
        }
    }

    private static Results<Ok<FindingList>, AdminProblem> List(string? merchant, string? kind, string? limit, MerchantBook merchants)
    {
        var arguments = new AdminArguments();
        var most = arguments.Count("limit", limit, MostAtOnce, MostAtOnce);
        if (arguments.Problem is { } problem || !AdminScope.TryOf(merchants, merchant, out var scope, out problem))
            return problem;
        var found = scope.Accounts
            .SelectMany(account => account.Watch.FindingsAt(account.Clock.Now).Select(finding => FindingView.Of(account.Merchant.Id, finding)))
            .Where(view => kind is null || string.Equals(view.Kind, kind, StringComparison.Ordinal));
        return TypedResults.Ok(new FindingList([.. found.Take(most)]));
    }
}
