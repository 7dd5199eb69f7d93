using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Registry;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>Reads the journals, the newest call first: one merchant's in the order in which they came, those of all by time.</summary>
internal sealed class JournalReader(MerchantRegistry merchants, UnattributedJournal nobody, SandboxClock machine)
{
    private const int AtOnce = 50;
    private const int MostStrays = 5;

    public RequestListView Read(MerchantState? picked, RequestFilter filter)
    {
        var journals = picked is null
            ? merchants.All.Select(state => (state.Journal, Time: MerchantTime.From(state))).Append((nobody.Journal, Time: NobodysTime)).ToList()
            : [(picked.Journal, Time: MerchantTime.From(picked))];

        // An order id that is shown as it was sent may be looked for as it is.
        if (filter.Order is { } order && !journals.Exists(one => one.Journal.Newest(new JournalQuery { OrderId = order }).Any(entry => entry.OrderHash is null)))
            filter = filter.WithoutCard();
        var newest = journals.SelectMany(one => one.Journal.Newest(filter.Query).Select(entry => (Entry: entry, one.Time)));
        if (picked is null)
            newest = newest.OrderByDescending(one => one.Entry.At).ThenBy(one => one.Entry.Id.MerchantId).ThenByDescending(one => one.Entry.Number);
        var found = newest.Skip(filter.Skip).Take(AtOnce + 1).ToList();
        return new RequestListView
        {
            Filter = filter,
            Rows = [.. found.Take(AtOnce).Select(one => RequestRow.From(one.Entry, one.Time))],
            Strays = picked is null || filter.Skip > 0
                ? []
                : [.. nobody.Journal.Newest(filter.Query).Take(MostStrays).Select(entry => RequestRow.From(entry, NobodysTime))],
            Older = found.Count > AtOnce ? (filter with { Skip = filter.Skip + AtOnce }).Address : null,
            Evicted = journals.Sum(one => one.Journal.Count(new JournalQuery { Limit = 1, After = long.MaxValue }).Evicted),
        };
    }

    public RequestDetail? Read(string id)
    {
        if (JournalId.Parse(id) is not { } key)
            return null;
        var state = merchants.Find(key.MerchantId);
        var journal = key.MerchantId == JournalId.NoMerchant ? nobody.Journal : state?.Journal;
        if (journal?.Find(key.Number) is not { } entry)
            return null;
        return new RequestDetail(
            entry,
            (state is null ? NobodysTime : MerchantTime.From(state)).At(entry.At),
            RequestRow.GetTone(entry.Outcome),
            entry.Diagnosis is { } diagnosis ? DiagnosisView.From(diagnosis) : null);
    }

    private MerchantTime NobodysTime => new(machine.Now, TimeSpan.Zero, stands: false);
}
