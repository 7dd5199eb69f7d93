using System.Globalization;
using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.Web.Dashboard.Screens;
using FreedomPaySandbox.Emulator.Web.Dashboard.Views;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>The dashboard's pages: each is read and then written.</summary>
internal sealed class DashboardScreens(
    MerchantRegistry merchants, SandboxStore store, UnattributedJournal nobody, SandboxClock machine, DashboardAnswering answering, SandboxLocation place)
{
    /// <summary>Says that a script looks again, and no person for the first time.</summary>
    public const string LooksAgain = "X-Dashboard-Looks-Again";

    private readonly PayoutListReader _payouts = new(merchants, store, machine);
    private readonly PayoutDetailReader _payout = new(store, place);
    private readonly JournalReader _journal = new(merchants, nobody, machine);
    private readonly MerchantListReader _merchants = new(merchants, store);

    public Task<IResult> PayoutsAsync(HttpContext context) => OnAsync(context, async visit =>
    {
        var filter = PayoutFilter.From(context.Request.Query, visit.MerchantText);

        // A card number that somebody searched for shall not stay in the address; an order id whose digits look like one may.
        if (context.Request.Query["q"].ToString().Trim() is { Length: > 0 } typed && !string.Equals(typed, filter.Search?.Text, StringComparison.Ordinal))
        {
            if (PayoutSearch.OfOrder(typed) is not { } order || !await _payouts.HasOrderAsync(visit.Picked, order, context.RequestAborted))
                return new DashboardRedirect(filter.Address);
            filter = filter with { Search = order };
        }

        var view = await _payouts.ReadAsync(visit.Picked, filter, GetSandbox(context), context.RequestAborted);
        return await DashboardRenderer.RenderAsync<PayoutsScreen, PayoutListView>(visit, view);
    });

    public Task<IResult> PayoutAsync(HttpContext context) => OnAsync(context, async visit =>
    {
        var payment = long.TryParse((string)context.Request.RouteValues["payment"]!, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        return visit.Picked is { } state && await _payout.ReadAsync(state, payment, GetSandbox(context), context.RequestAborted) is { } view
            ? await DashboardRenderer.RenderAsync<PayoutScreen, PayoutDetail>(visit, view)
            : await DashboardAnswering.NoticeAsync(context, NoticeView.NoPayout);
    });

    public Task<IResult> RequestsAsync(HttpContext context) => OnAsync(context, async visit =>
    {
        var typed = RequestFilter.From(context.Request.Query, visit.MerchantText);
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
        (visit.Picked ?? merchants.All.FirstOrDefault()) is { } state
            ? new DashboardRedirect(DashboardPaths.OfRules(state.Merchant.Id))
            : new DashboardRedirect(DashboardPaths.Merchants)));

    public Task<IResult> RulesAsync(HttpContext context) => OnAsync(context, visit => RulesAsync(visit, RuleListReader.Read(visit.Picked!)));

    public static async Task<IResult> RulesAsync(Visit visit, RulesView view) =>
        await DashboardRenderer.RenderAsync<RulesScreen, RulesView>(visit, view, view.Status);

    public Task<IResult> ClocksAsync(HttpContext context) => OnAsync(context, async visit =>
        await DashboardRenderer.RenderAsync<ClocksScreen, ClockListView>(visit, _merchants.Clocks(visit.Picked, GetAfter(context))));

    public Task<IResult> MerchantsAsync(HttpContext context) => OnAsync(context, async visit =>
        await DashboardRenderer.RenderAsync<MerchantsScreen, MerchantListView>(
            visit, await _merchants.ReadAsync(visit.Picked, GetAfter(context), context.RequestAborted)));

    public Task<IResult> FindingsAsync(HttpContext context) => OnAsync(context, async visit =>
        await DashboardRenderer.RenderAsync<FindingsScreen, FindingListView>(visit, GetFindings(visit.Picked is { } picked ? [picked] : merchants.All)));

    private static FindingListView GetFindings(IEnumerable<MerchantState> states) => new(
    [
        .. states.SelectMany(state => state.Misuse.FindingsAt(state.Clock.Now).Select(finding => (state.Merchant.Id, Finding: finding)))
            .OrderByDescending(one => one.Finding.Kind.CostsMoney).ThenByDescending(one => one.Finding.At)
            .Take(FindingListView.Most)
            .Select(one => FindingView.From(one.Id, one.Finding)),
    ]);

    public Task<IResult> ResetAsync(HttpContext context) => OnAsync(context, async visit =>
        await DashboardRenderer.RenderAsync<ResetScreen, ResetQuestion>(visit, new ResetQuestion(visit.Merchant, visit.Picked is null ? merchants.Count : 1)));

    /// <summary>Somebody on a page about a merchant: the one in the path, the one in the query, or the only one there is.</summary>
    public Visit GetVisit(HttpContext context, MerchantState? picked)
    {
        var request = context.Request;
        var ids = merchants.Count <= Visit.MostListed ? merchants.All.Select(state => state.Merchant.Id) : [];
        return new Visit
        {
            Language = DashboardLanguage.Negotiate(context),
            Path = request.Path.Value!,
            Here = DashboardPaths.With(
                Redaction.Cards(request.Path.ToUriComponent()),
                [.. request.Query.Where(one => one.Key != "lang").Select(one => (Redaction.Cards(one.Key), (string?)Echoed(one.Key, one.Value.ToString())))]),
            Picked = picked,
            Merchants = [.. ids],
            Flash = request.Headers.ContainsKey(LooksAgain) ? null : Flash.Take(context),
            CanLeave = answering.IsLockable,
            FormToken = FormToken.GetOrCreate(context),
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
        return await page(GetVisit(context, picked));
    }

    private static long GetAfter(HttpContext context) =>
        long.TryParse(context.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : 0;

    private static string GetSandbox(HttpContext context) => CalledHost.From(context.Request).ToString();
}
