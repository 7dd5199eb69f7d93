using System.Text.Json;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.UseCases;
using FreedomPaySandbox.Protocol;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Saves cards to be paid to by token, without anybody typing them on a page.</summary>
internal static class CardEndpoints
{
    private const string PanMember = "pan";
    private const string UserIdMember = "userId";

    public static void MapCards(this RouteGroupBuilder admin) =>
        admin.MapPost("/merchants/{merchant}/cards", SaveAsync).TakesCard()
            .WithSummary("Saves a card")
            .WithDescription("As if its owner had typed it on the page of cardstoragepayout/add: reg2reg pays to the token until the next reset. The same card of the same user keeps its token.");

    private static async Task<Results<Created<SavedCardView>, AdminProblem>> SaveAsync(
        string merchant, HttpRequest request, MerchantRegistry merchants, SaveCard saveCard, CancellationToken cancellation)
    {
        if (merchants.Find(merchant) is not { } state)
            return MerchantScope.NoMerchant(merchant);
        var (body, problem) = await AdminBody.ReadAsync(request, cancellation);
        if (body is null)
            return problem!;
        using var read = body;
        var problems = body.Unknown(PanMember, UserIdMember).ToList();
        var pan = GetPan(body, problems);
        var userId = GetUserId(body, new KeptAsSent(state.Merchant.Secrets, pan), problems);
        if (problems.Count > 0)
            return AdminProblem.BadRequest("The card cannot be saved so.", problems);

        return await saveCard.HandleAsync(state, userId!, pan!, cancellation) is { } card
            ? TypedResults.Created((string?)null, new SavedCardView(card.Token, card.Trace.Mask, card.UserId))
            : MerchantScope.NoMerchant(merchant);
    }

    // What was sent is never told back: it may be a card number with a slip in it.
    private static string? GetPan(AdminBody body, List<string> problems)
    {
        var pan = GetText(body, PanMember)?.Replace(" ", "", StringComparison.Ordinal);
        if (pan is not null && CardNumber.IsWellFormed(pan) && CardNumber.PassesLuhn(pan))
            return pan;
        problems.Add($"{PanMember}: expected a card number as text, 13 to 20 digits with a right check digit. The README lists the test cards.");
        return null;
    }

    // As the gateway takes them: thirteen digits may be a timestamp.
    private static string? GetUserId(AdminBody body, KeptAsSent kept, List<string> problems)
    {
        if (GetText(body, UserIdMember) is { } userId && FieldValidation.IsUserId(userId) && kept.Allows(userId))
            return userId;
        problems.Add($"{UserIdMember}: expected 1 to 50 letters, digits, - or _, with no card number and no secret in them.");
        return null;
    }

    private static string? GetText(AdminBody body, string name) =>
        body.Has(name, out var value) && value.Value.ValueKind == JsonValueKind.String ? value.Value.GetString() : null;
}
