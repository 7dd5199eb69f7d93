using System.Globalization;
using FreedomPaySandbox.Emulator.Callbacks.Reachability;
using FreedomPaySandbox.Emulator.Dashboard.Screens;
using FreedomPaySandbox.Emulator.Dashboard.Views;
using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Dashboard;

/// <summary>The dashboard's pages: each is read and then written.</summary>
internal sealed class DashboardScreens(
    MerchantBook merchants, SandboxStore store, NobodysJournal nobody, SandboxClock machine, DashboardAnswering answering, SandboxPlace place)
{
    /// <summary>Says that a script looks again, and no person for the first time.</summary>
    public const string LooksAgain = "X-Dashboard-Looks-Again";

    private readonly PayoutListReader _payouts = new(merchants, store, machine);
    private readonly PayoutDetailReader _payout = new(store, place);
    private readonly JournalReader _journal = new(merchants, nobody, machine);
    private readonly MerchantListReader _merchants = new(merchants, store);

    public Task<IResult> PayoutsAsync(HttpContext context) => OnAsync(context, async visit =>
    {
        var filter = PayoutFilter.Of(context.Request.Query, visit.MerchantText);

        // A card number that somebody searched for shall not stay in the address; an order id whose digits look like one may.
        if (context.Request.Query["q"].ToString().Trim() is { Length: > 0 } typed && !string.Equals(typed, filter.Search?.Text, StringComparison.Ordinal))
        {
            if (PayoutSearch.OfOrder(typed) is not { } order || !await _payouts.HasOrderAsync(visit.Picked, order, context.RequestAborted))
                return new DashboardRedirect(filter.Address);
            filter = filter with { Search = order };
        }

        var view = await _payouts.ReadAsync(visit.Picked, filter, SandboxOf(context), context.RequestAborted);
        return await DashboardRenderer.RenderAsync<PayoutsScreen, PayoutListView>(visit, view);
    });

    public Task<IResult> PayoutAsync(HttpContext context) => OnAsync(context, async visit =>
    {
        var payment = long.TryParse((string)context.Request.RouteValues["payment"]!, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        return visit.Picked is { } account && await _payout.ReadAsync(account, payment, SandboxOf(context), context.RequestAborted) is { } view
            ? await DashboardRenderer.RenderAsync<PayoutScreen, PayoutDetail>(visit, view)
            : await DashboardAnswering.NoticeAsync(context, NoticeView.NoPayout);
    });

    public Task<IResult> RequestsAsync(HttpContext context) => OnAsync(context, async visit =>
    {
        var typed = RequestFilter.Of(context.Request.Query, visit.MerchantText);
        var view = _journal.Read(visit.Picked, typed);

        // Here, too, no card number stays in the address.
        return string.Equals(typed.Order, view.Filter.Order, StringComparison.Ordinal)
            ? await DashboardRenderer.RenderAsync<RequestsScreen, RequestListView>(visit, view)
            : new DashboardRedirect(view.Filter.Address);
    });

    public Task<IResult> RequestAsync(HttpContext context) => OnAsync(context, async visit =>
        _journal.Read((string)context.Request.RouteValues["request"]!) is { } view
            ? await DashboardRenderer.RenderAsync<RequestScreen, RequestDetail>(visit with { Picked = merchants.Find(view.Entry.Id.MerchantId) }, view)
            : await DashboardAnswering.NoticeAsync(context, NoticeView.NoRequest));

    public Task<IResult> AnyRulesAsync(HttpContext context) => OnAsync(context, visit => Task.FromResult<IResult>(
        (visit.Picked ?? merchants.All.FirstOrDefault()) is { } account
            ? new DashboardRedirect(DashboardPaths.OfRules(account.Merchant.Id))
            : new DashboardRedirect(DashboardPaths.Merchants)));

    public Task<IResult> RulesAsync(HttpContext context) => OnAsync(context, visit => RulesAsync(visit, RuleListReader.Read(visit.Picked!)));

    public static async Task<IResult> RulesAsync(Visit visit, RulesView view) =>
        await DashboardRenderer.RenderAsync<RulesScreen, RulesView>(visit, view, view.Status);

    public Task<IResult> ClocksAsync(HttpContext context) => OnAsync(context, async visit =>
        await DashboardRenderer.RenderAsync<ClocksScreen, ClockListView>(visit, _merchants.Clocks(visit.Picked, AfterOf(context))));

    public Task<IResult> MerchantsAsync(HttpContext context) => OnAsync(context, async visit =>
        await DashboardRenderer.RenderAsync<MerchantsScreen, MerchantListView>(
            visit, await _merchants.ReadAsync(visit.Picked, AfterOf(context), context.RequestAborted)));

    public Task<IResult> FindingsAsync(HttpContext context) => OnAsync(context, async visit =>
        await DashboardRenderer.RenderAsync<FindingsScreen, FindingListView>(visit, FindingsOf(visit.Picked is { } picked ? [picked] : merchants.All)));

    private static FindingListView FindingsOf(IEnumerable<Account> accounts) => new(
    [
        .. accounts.SelectMany(account => account.Watch.FindingsAt(account.Clock.Now).Select(finding => (account.Merchant.Id, Finding: finding)))
            .OrderByDescending(one => one.Finding.Kind.CostsMoney).ThenByDescending(one => one.Finding.At)
            .Take(FindingListView.Most)
            .Select(one => FindingView.Of(one.Id, one.Finding)),
    ]);

    public Task<IResult> ResetAsync(HttpContext context) => OnAsync(context, async visit =>
        await DashboardRenderer.RenderAsync<ResetScreen, ResetQuestion>(visit, new ResetQuestion(visit.Merchant, visit.Picked is null ? merchants.Count : 1)));

    /// <summary>Somebody on a page about a merchant: the one in the path, the one in the query, or the only one there is.</summary>
    public Visit VisitOf(HttpContext context, Account? picked)
    {
        var request = context.Request;
        var ids = merchants.Count <= Visit.MostListed ? merchants.All.Select(account => account.Merchant.Id) : [];
        return new Visit
        {
            Language = DashboardLanguage.Of(context),
            Path = request.Path.Value!,
            Here = DashboardPaths.With(
                Redaction.Cards(request.Path.ToUriComponent()),
                [.. request.Query.Where(one => one.Key != "lang").Select(one => (Redaction.Cards(one.Key), (string?)Echoed(one.Key, one.Value.ToString())))]),
            Picked = picked,
            Merchants = [.. ids],
            Flash = request.Headers.ContainsKey(LooksAgain) ? null : Flash.Take(context),
            CanLeave = answering.IsLockable,
            FormToken = FormToken.Of(context),
        };
    }

    // The page repeats its own address, and with it what somebody typed. An order id is looked for as it is.
    private static string Echoed(string name, string value) =>
        string.Equals(name, "order", StringComparison.Ordinal) && !OrderId.HoldsCard(value, card: null) ? value : Redaction.Cards(value);

    private async Task<IResult> OnAsync(HttpContext context, Func<Visit, Task<IResult>> page)
    {
        var named = context.Request.RouteValues["merchant"] as string ?? context.Request.Query["merchant"].ToString();
        var picked = named.Length > 0 ? merchants.Find(named) : merchants.Count == 1 ? merchants.All.FirstOrDefault() : null;
        if (named.Length > 0 && picked is null)
            return await DashboardAnswering.NoticeAsync(context, NoticeView.NoMerchant);
        return await page(VisitOf(context, picked));
    }

    private static long AfterOf(HttpContext context) =>
        long.TryParse(context.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : 0;

    private static string SandboxOf(HttpContext context) => CalledHost.Of(context.Request).ToString();
}
