using System.Text.Json;
using FreedomPaySandbox.Emulator.Admin.Views;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.Emulator.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Shows and moves clocks: each merchant's, or all at once with that of merchants still to come.</summary>
internal static class ClockEndpoints
{
    private const string OneOrAll = "A merchant's, or else all merchants' and the one that new merchants start with. ";
    private const string Ahead = "ahead";
    private const string By = "by";
    private const string Now = "now";
    private const string Frozen = "frozen";

    private static readonly TimeSpan s_longestAdvance = TimeSpan.FromDays(366);

    public static void MapClocks(this RouteGroupBuilder admin)
    {
        foreach (var place in new[] { "/clock", "/merchants/{merchant}/clock" })
        {
            admin.MapGet(place, Show)
                .WithSummary("Shows the clock")
                .WithDescription("A merchant's, or else the one that new merchants start with.");
            admin.MapPut(place, SetAsync).TakesClock()
                .WithSummary("Sets the clock, lets it stand or go on")
                .WithDescription(OneOrAll + "What is due by then goes out by itself; to wait for it, advance instead.");
            admin.MapPost(place + "/advance", AdvanceAsync).TakesAdvance().MayConflict()
                .WithSummary("Advances the clock")
                .WithDescription(
                    OneOrAll + "Goes from one thing that is due to the next and answers when all that is due by then has settled and been attempted. "
                    + "A merchant's endpoint that hangs is waited for as long as callbackTimeout says; payouts that come in meanwhile are not.");
            admin.MapPost(place + "/reset", ResetAsync)
                .WithSummary("Sets the clock back to where it began")
                .WithDescription(OneOrAll + "That is the machine's time, or the moment of the merchant's setting clock.");
        }
    }

    private static Results<Ok<ClockView>, AdminProblem> Show(string? merchant, MerchantRegistry merchants, MerchantLifecycle lifecycle, SandboxClock machine)
    {
        if (!MerchantScope.TryFind(merchants, merchant, out var scope, out var problem))
            return problem;
        return TypedResults.Ok(GetView(scope, lifecycle, machine));
    }

    private static async Task<Results<Ok<ClockView>, AdminProblem>> SetAsync(
        string? merchant,
        HttpRequest request,
        MerchantRegistry merchants,
        MerchantLifecycle lifecycle,
        ClockController steering,
        SandboxClock machine,
        CancellationToken cancellation)
    {
        if (!MerchantScope.TryFind(merchants, merchant, out var scope, out var problem))
            return problem;
        (var body, problem) = await AdminBody.ReadAsync(request, cancellation);
        if (body is null)
            return problem!;
        using var read = body;
        var problems = body.Unknown(Now, Frozen, Ahead).ToList();
        // What was shown may be put back as it was; it follows from the moment.
        if (body.Has(Ahead, out _) && !body.Has(Now, out _))
            problems.Add($"{Ahead}: is shown and not taken, because it follows from {Now}. Give {Now}, or POST {{\"{By}\": \"2h\"}} to advance.");
        var moment = GetMoment(body, problems);
        var frozen = ReadFrozen(body, problems);
        if (problems.Count > 0)
            return AdminProblem.BadRequest("The clock cannot be set so.", problems);

        // Once more, because a reset may have given a merchant another epoch while the body came.
        if (!MerchantScope.TryFind(merchants, merchant, out scope, out problem))
            return problem;

        foreach (var state in scope.States)
            await steering.PutAsync(state, reading => Set(reading, moment, frozen, machine.Now), cancellation);
        if (!scope.IsOne)
            await lifecycle.PutStartClockAsync(Set(lifecycle.StartClock, moment, frozen, machine.Now));
        return TypedResults.Ok(GetView(scope, lifecycle, machine));
    }

    private static async Task<Results<Ok<ClockAdvance>, AdminProblem>> AdvanceAsync(
        string? merchant,
        HttpRequest request,
        MerchantRegistry merchants,
        MerchantLifecycle lifecycle,
        ClockController steering,
        SandboxClock machine,
        CancellationToken cancellation)
    {
        if (!MerchantScope.TryFind(merchants, merchant, out var scope, out var problem))
            return problem;
        (var body, problem) = await AdminBody.ReadAsync(request, cancellation);
        if (body is null)
            return problem!;
        using var read = body;
        var problems = body.Unknown(By).ToList();
        var by = GetBy(body, problems);
        if (problems.Count > 0)
            return AdminProblem.BadRequest("The clock cannot be advanced so.", problems);

        // Once more, because a reset may have given a merchant another epoch while the body came.
        if (!MerchantScope.TryFind(merchants, merchant, out scope, out problem))
            return problem;
        return await MoveAsync(scope, lifecycle, steering, machine, by, cancellation);
    }

    private static async Task<Results<Ok<ClockAdvance>, AdminProblem>> MoveAsync(
        MerchantScope scope, MerchantLifecycle lifecycle, ClockController steering, SandboxClock machine, TimeSpan by, CancellationToken cancellation)
    {
        if (scope.IsOne)
        {
            return await steering.AdvanceAsync(scope.States[0], by, cancellation) is { } told
                ? TypedResults.Ok(told)
                : AdminProblem.Conflict("The merchant was emptied or removed meanwhile.");
        }

        await lifecycle.PutStartClockAsync(lifecycle.StartClock.Moved(by));
        var all = await steering.AdvanceAsync(scope.States, by, cancellation);
        return TypedResults.Ok(ClockAdvance.Sum(lifecycle.StartClock.At(machine.Now), all));
    }

    private static async Task<Results<Ok<ClockView>, AdminProblem>> ResetAsync(
        string? merchant, MerchantRegistry merchants, MerchantLifecycle lifecycle, ClockController steering, SandboxClock machine, CancellationToken cancellation)
    {
        if (!MerchantScope.TryFind(merchants, merchant, out var scope, out var problem))
            return problem;
        if (!scope.IsOne)
            await lifecycle.PutStartClockAsync(ClockReading.Machine);
        foreach (var state in scope.States)
            await steering.PutAsync(state, _ => lifecycle.GetStartClock(state.Merchant), cancellation);
        return TypedResults.Ok(GetView(scope, lifecycle, machine));
    }

    private static ClockView GetView(MerchantScope scope, MerchantLifecycle lifecycle, SandboxClock machine) =>
        ClockView.From(scope.IsOne ? scope.States[0].Clock.Shown : lifecycle.StartClock, machine.Now);

    // What is left out stays: the moment, and whether it stands.
    private static ClockReading Set(ClockReading reading, DateTimeOffset? moment, bool? frozen, DateTimeOffset machine) =>
        ClockReading.Showing(moment ?? reading.At(machine), frozen ?? reading.Frozen is not null, machine);

    private static TimeSpan GetBy(AdminBody body, List<string> problems)
    {
        if (body.Has(By, out var value) && GetText(value.Value) is { } text && SettingText.Duration(text) is { } by && by <= s_longestAdvance)
            return by;
        problems.Add($"{By}: expected a duration up to 366d, such as 2h or PT2H; months and years have no fixed length.");
        return TimeSpan.Zero;
    }

    private static DateTimeOffset? GetMoment(AdminBody body, List<string> problems)
    {
        if (!body.Has(Now, out var value))
            return null;
        var moment = GetText(value.Value) is { } text ? SettingText.Moment(text) : null;
        if (moment is null)
            problems.Add($"{Now}: expected a moment with its distance from UTC, such as 2026-01-15T09:00:00Z.");
        return moment;
    }

    private static bool? ReadFrozen(AdminBody body, List<string> problems)
    {
        if (!body.Has(Frozen, out var value))
            return null;
        if (value.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.Value.GetBoolean();
        problems.Add($"{Frozen}: expected true or false.");
        return null;
    }

    private static string? GetText(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
