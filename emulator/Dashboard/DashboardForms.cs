using System.Globalization;
using System.Text;
using FreedomPaySandbox.Emulator.Admin;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Dashboard.Views;
using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Dashboard;

/// <summary>What the dashboard's buttons do: the same as the admin API, and then back to a page.</summary>
internal sealed class DashboardForms(
    MerchantBook merchants,
    SandboxStore store,
    CallbackDelivery delivery,
    Accounts accounts,
    ClockSteering steering,
    MerchantReset reset,
    SandboxClock machine,
    DashboardScreens screens)
{
    private static readonly TimeSpan s_longestAdvance = TimeSpan.FromDays(366);

    public async Task<IResult> ResendAsync(HttpContext context)
    {
        var form = await FormAsync(context);
        var (payment, number) = (Number(form["payment"]), (int)Number(form["callback"]));
        if (merchants.Find(form["merchant"].ToString()) is not { } account)
            return Gone(DashboardPaths.Payouts);
        var page = DashboardPaths.OfPayout(account.Merchant.Id, payment);
        var now = account.Clock.Now;
        var result = await store.Callbacks.ResendAsync(new CallbackKey(account.Number, payment, number), now, context.RequestAborted);
        if (result.InProcess is not null)
            return new DashboardRedirect(page, new Flash(FlashKind.NotFinal));
        if (result.Lane is not { } lane)
            return Gone(page);
        delivery.Nudge(account, lane, now);
        account.Pulse.Beat();
        return new DashboardRedirect(page, new Flash(FlashKind.Resent));
    }

    public async Task<IResult> SettleAsync(HttpContext context)
    {
        var form = await FormAsync(context);
        var payment = Number(form["payment"]);
        if (merchants.Find(form["merchant"].ToString()) is not { } account)
            return Gone(DashboardPaths.Payouts);
        var page = DashboardPaths.OfPayout(account.Merchant.Id, payment);
        if (CodeOf(form["outcome"].ToString(), out var code) is false)
            throw new InvalidDataException("The outcome is none of the page's.");

        var now = account.Clock.Now;
        var result = await store.Payouts.SettleAsync(new Settlement(account.Number, account.Merchant, payment, code, now), context.RequestAborted);
        if (result.Payout is null)
            return Gone(page);
        if (result.Hindrance is { } hindrance)
            return new DashboardRedirect(page, new Flash(hindrance == SettlementHindrance.Final ? FlashKind.FinalAlready : FlashKind.NoRecipient));
        foreach (var lane in result.Lanes)
            delivery.Nudge(account, lane, now);
        account.Pulse.Beat();
        return new DashboardRedirect(page, new Flash(FlashKind.Settled));
    }

    public async Task<IResult> PutRulesAsync(HttpContext context)
    {
        var form = await FormAsync(context);
        var typed = form["rules"].ToString();
        var reading = RulesReader.Read(Encoding.UTF8.GetBytes(typed), GatewayMethods.All);
        if (merchants.Find(form["merchant"].ToString()) is not { } account)
            return Gone(DashboardPaths.Rules);
        return reading.IsRead
            ? await PutAsync(account, reading.Rules, new Flash(FlashKind.RulesTaken, reading.Rules.Rules.Count))
            : await DashboardScreens.RulesAsync(
                screens.VisitOf(context, account) with { Here = DashboardPaths.OfRules(account.Merchant.Id), Path = DashboardPaths.Rules },
                RuleListReader.Read(account, typed, reading.Problems));
    }

    public async Task<IResult> TakeRulesBackAsync(HttpContext context)
    {
        var form = await FormAsync(context);
        return merchants.Find(form["merchant"].ToString()) is { } account
            ? await PutAsync(account, rules: null, new Flash(FlashKind.RulesTakenBack))
            : Gone(DashboardPaths.Rules);
    }

    public async Task<IResult> MoveClockAsync(HttpContext context)
    {
        var form = await FormAsync(context);
        var named = form["merchant"].ToString();
        if (!AdminScope.TryOf(merchants, named.Length == 0 ? null : named, out var scope, out _))
            return Gone(DashboardPaths.Clock);
        var back = form["back"].ToString() == "merchant" ? DashboardPaths.With(DashboardPaths.Clock, ("merchant", named)) : DashboardPaths.Clock;
        return new DashboardRedirect(back, form["do"].ToString() switch
        {
            "stand" => await PutAsync(scope, reading => ClockReading.Showing(reading.At(machine.Now), standing: true, machine.Now), FlashKind.ClockStands, context.RequestAborted),
            "go" => await PutAsync(scope, reading => ClockReading.Showing(reading.At(machine.Now), standing: false, machine.Now), FlashKind.ClockGoesOn, context.RequestAborted),
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
        return merchants.Find(named) is { } account && await reset.OneAsync(account.Merchant.Id) is not null
            ? new DashboardRedirect(DashboardPaths.With(DashboardPaths.Payouts, ("merchant", named)), new Flash(FlashKind.Emptied, 1))
            : Gone(DashboardPaths.Payouts);
    }

    private async Task<IResult> PutAsync(Account account, RuleSet? rules, Flash flash)
    {
        await accounts.PutRulesAsync(account, rules);
        return new DashboardRedirect(DashboardPaths.OfRules(account.Merchant.Id), flash);
    }

    private async Task<Flash> AdvanceAsync(AdminScope scope, string text, CancellationToken cancellation)
    {
        if (SettingText.Duration(text) is not { } by || by > s_longestAdvance)
            throw new InvalidDataException("The button is none of the page's.");
        if (!scope.IsOne)
            await accounts.PutStartClockAsync(accounts.StartClock.Moved(by));
        var all = await steering.AdvanceAsync(scope.Accounts, by, cancellation);
        var sum = ClockAdvance.Sum(machine.Now, all);
        return new Flash(FlashKind.Advanced, sum.Settled, sum.Attempts, sum.Delivered, sum.DeadLetters, sum.StillOwed);
    }

    private async Task<Flash> PutAsync(AdminScope scope, Func<ClockReading, ClockReading> set, FlashKind kind, CancellationToken cancellation)
    {
        if (!scope.IsOne)
            await accounts.PutStartClockAsync(set(accounts.StartClock));
        foreach (var account in scope.Accounts)
            await steering.PutAsync(account, set, cancellation);
        return new Flash(kind);
    }

    private async Task<Flash> SetBackAsync(AdminScope scope, CancellationToken cancellation)
    {
        if (!scope.IsOne)
            await accounts.PutStartClockAsync(ClockReading.Machine);
        foreach (var account in scope.Accounts)
            await steering.PutAsync(account, _ => accounts.StartClockOf(account.Merchant), cancellation);
        return new Flash(FlashKind.ClockSetBack);
    }

    private static DashboardRedirect Gone(string page) => new(page, new Flash(FlashKind.Gone));

    private static async Task<IFormCollection> FormAsync(HttpContext context) => context.Request.HasFormContentType
        ? await context.Request.ReadFormAsync(context.RequestAborted)
        : throw new InvalidDataException("The body is no form.");

    // As it was to end is no code at all.
    private static bool CodeOf(string outcome, out int? code)
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
