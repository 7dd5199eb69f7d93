using System.Globalization;
using System.Text;
using FreedomPaySandbox.Emulator.Admin;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Decisions;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.Emulator.UseCases;
using FreedomPaySandbox.Emulator.Web.Dashboard.Views;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>What the dashboard's buttons do: the same as the admin API, and then back to a page.</summary>
internal sealed class DashboardForms(
    MerchantRegistry merchants,
    ResendCallback resendCallback,
    SettlePayout settlePayout,
    MerchantLifecycle lifecycle,
    ClockController steering,
    MerchantReset reset,
    SandboxClock machine,
    DashboardScreens screens)
{
    private static readonly TimeSpan s_longestAdvance = TimeSpan.FromDays(366);

    public async Task<IResult> ResendAsync(HttpContext context)
    {
        var form = await FormAsync(context);
        var (payment, number) = (Number(form["payment"]), (int)Number(form["callback"]));
        if (merchants.Find(form["merchant"].ToString()) is not { } state)
            return Gone(DashboardPaths.Payouts);
        var page = DashboardPaths.OfPayout(state.Merchant.Id, payment);
        return await resendCallback.HandleAsync(state, new CallbackKey(state.Epoch, payment, number), context.RequestAborted) switch
        {
            null => Gone(page),
            { InProcess: not null } => new DashboardRedirect(page, new Flash(FlashKind.NotFinal)),
            _ => new DashboardRedirect(page, new Flash(FlashKind.Resent)),
        };
    }

    public async Task<IResult> SettleAsync(HttpContext context)
    {
        var form = await FormAsync(context);
        var payment = Number(form["payment"]);
        if (merchants.Find(form["merchant"].ToString()) is not { } state)
            return Gone(DashboardPaths.Payouts);
        var page = DashboardPaths.OfPayout(state.Merchant.Id, payment);
        if (GetCode(form["outcome"].ToString(), out var code) is false)
            throw new InvalidDataException("The outcome is none of the page's.");

        return await settlePayout.HandleAsync(state, payment, code, context.RequestAborted) switch
        {
            null => Gone(page),
            { Conflict: SettleConflict.Final } => new DashboardRedirect(page, new Flash(FlashKind.FinalAlready)),
            { Conflict: SettleConflict.NoRecipient } => new DashboardRedirect(page, new Flash(FlashKind.NoRecipient)),
            _ => new DashboardRedirect(page, new Flash(FlashKind.Settled)),
        };
    }

    public async Task<IResult> PutRulesAsync(HttpContext context)
    {
        var form = await FormAsync(context);
        var typed = form["rules"].ToString();
        var reading = RulesReader.Read(Encoding.UTF8.GetBytes(typed), OperationNames.All);
        if (merchants.Find(form["merchant"].ToString()) is not { } state)
            return Gone(DashboardPaths.Rules);
        return reading.IsRead
            ? await PutAsync(state, reading.Rules, new Flash(FlashKind.RulesTaken, reading.Rules.Rules.Count))
            : await DashboardScreens.RulesAsync(
                screens.GetVisit(context, state) with { Here = DashboardPaths.OfRules(state.Merchant.Id), Path = DashboardPaths.Rules },
                RuleListReader.Read(state, typed, reading.Problems));
    }

    public async Task<IResult> TakeRulesBackAsync(HttpContext context)
    {
        var form = await FormAsync(context);
        return merchants.Find(form["merchant"].ToString()) is { } state
            ? await PutAsync(state, rules: null, new Flash(FlashKind.RulesTakenBack))
            : Gone(DashboardPaths.Rules);
    }

    public async Task<IResult> MoveClockAsync(HttpContext context)
    {
        var form = await FormAsync(context);
        var named = form["merchant"].ToString();
        if (!MerchantScope.TryFind(merchants, named.Length == 0 ? null : named, out var scope, out _))
            return Gone(DashboardPaths.Clock);
        var back = form["back"].ToString() == "merchant" ? DashboardPaths.With(DashboardPaths.Clock, ("merchant", named)) : DashboardPaths.Clock;
        return new DashboardRedirect(back, form["do"].ToString() switch
        {
            "stand" => await PutAsync(scope, reading => ClockReading.Showing(reading.At(machine.Now), frozen: true, machine.Now), FlashKind.ClockStands, context.RequestAborted),
            "go" => await PutAsync(scope, reading => ClockReading.Showing(reading.At(machine.Now), frozen: false, machine.Now), FlashKind.ClockGoesOn, context.RequestAborted),
            "back" => await SetBackAsync(scope, context.RequestAborted),
            var by => await AdvanceAsync(scope, by, context.RequestAborted),
        });
    }

    public async Task<IResult> ResetAsync(HttpContext context)
    {
        var form = await FormAsync(context);
        var named = form["merchant"].ToString();
        if (named.Length == 0)
            return new DashboardRedirect(DashboardPaths.Payouts, new Flash(FlashKind.Emptied, await reset.AllAsync()));
        return merchants.Find(named) is { } state && await reset.OneAsync(state.Merchant.Id) is not null
            ? new DashboardRedirect(DashboardPaths.With(DashboardPaths.Payouts, ("merchant", named)), new Flash(FlashKind.Emptied, 1))
            : Gone(DashboardPaths.Payouts);
    }

    private async Task<IResult> PutAsync(MerchantState state, RuleSet? rules, Flash flash)
    {
        await lifecycle.PutRulesAsync(state, rules);
        return new DashboardRedirect(DashboardPaths.OfRules(state.Merchant.Id), flash);
    }

    private async Task<Flash> AdvanceAsync(MerchantScope scope, string text, CancellationToken cancellation)
    {
        if (SettingText.Duration(text) is not { } by || by > s_longestAdvance)
            throw new InvalidDataException("The button is none of the page's.");
        if (!scope.IsOne)
            await lifecycle.PutStartClockAsync(lifecycle.StartClock.Moved(by));
        var all = await steering.AdvanceAsync(scope.States, by, cancellation);
        var sum = ClockAdvance.Sum(machine.Now, all);
        return new Flash(FlashKind.Advanced, sum.Settled, sum.Attempts, sum.Delivered, sum.DeadLetters, sum.Pending);
    }

    private async Task<Flash> PutAsync(MerchantScope scope, Func<ClockReading, ClockReading> set, FlashKind kind, CancellationToken cancellation)
    {
        if (!scope.IsOne)
            await lifecycle.PutStartClockAsync(set(lifecycle.StartClock));
        foreach (var state in scope.States)
            await steering.PutAsync(state, set, cancellation);
        return new Flash(kind);
    }

    private async Task<Flash> SetBackAsync(MerchantScope scope, CancellationToken cancellation)
    {
        if (!scope.IsOne)
            await lifecycle.PutStartClockAsync(ClockReading.Machine);
        foreach (var state in scope.States)
            await steering.PutAsync(state, _ => lifecycle.GetStartClock(state.Merchant), cancellation);
        return new Flash(FlashKind.ClockSetBack);
    }

    private static DashboardRedirect Gone(string page) => new(page, new Flash(FlashKind.Gone));

    private static async Task<IFormCollection> FormAsync(HttpContext context) => context.Request.HasFormContentType
        ? await context.Request.ReadFormAsync(context.RequestAborted)
        : throw new InvalidDataException("The body is no form.");

    // As it was to end is no code at all.
    private static bool GetCode(string outcome, out int? code)
    {
        code = null;
        if (outcome.Length == 0)
            return true;
        var known = Outcome.TryParse(outcome, out var read) && !read.InProcess;
        code = known ? read.ErrorCode ?? 0 : null;
        return known;
    }

    private static long Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
