using System.Globalization;

namespace FreedomPaySandbox.ContractTests.Payouts;

/// <summary>A merchant's own books over the whole family: what it asked for, when the money went and when it came back.</summary>
internal sealed class FamilyBooks(long opening)
{
    private static readonly TimeSpan s_settleAfter = TimeSpan.FromSeconds(5);

    private readonly List<Entry> _entries = [];

    public IReadOnlyList<Entry> Entries => _entries;

    public long BalanceAt(DateTimeOffset now) => opening - _entries.Where(entry => entry.IsOutAt(now)).Sum(entry => entry.Minor);

    public void Pay(string order, long minor, int? errorCode, bool inProcess, DateTimeOffset now)
    {
        var entry = new Entry(order, minor, Page: null);
        Decide(entry, errorCode, inProcess, now);
        _entries.Add(entry);
    }

    public void Ask(string order, long minor, DateTimeOffset limit, string page) =>
        _entries.Add(new Entry(order, minor, page) { Final = limit, ErrorCode = 10018 });

    public Entry? OpenPage(int which, DateTimeOffset now) => Pick(which, entry => entry.Waits && now < entry.Final);

    public Entry? InProcess(int which, DateTimeOffset now) => Pick(which, entry => !entry.Waits && now < entry.Final);

    public void Type(Entry entry, int? errorCode, bool inProcess, DateTimeOffset now) => Decide(entry, errorCode, inProcess, now);

    public static void Settle(Entry entry, int? errorCode, DateTimeOffset now) => (entry.ErrorCode, entry.Final) = (errorCode, now);

    private void Decide(Entry entry, int? errorCode, bool inProcess, DateTimeOffset now)
    {
        var isShort = entry.Minor > BalanceAt(now);
        entry.ErrorCode = isShort ? 8888 : errorCode;
        entry.Final = inProcess && !isShort ? now + s_settleAfter : now;
        entry.Went = entry.ErrorCode is null || entry.Final > now ? now : null;
        entry.Waits = false;
    }

    private Entry? Pick(int which, Func<Entry, bool> fits) => _entries.Where(fits).ToList() is { Count: > 0 } some ? some[which % some.Count] : null;

    internal sealed record Entry(string Order, long Minor, string? Page)
    {
        /// <summary>Whether its recipient has typed nothing.</summary>
        public bool Waits { get; set; } = Page is not null;

        public DateTimeOffset? Went { get; set; }

        public DateTimeOffset Final { get; set; }

        public int? ErrorCode { get; set; }

        public bool IsOutAt(DateTimeOffset now) => Went is not null && (ErrorCode is null || now < Final);

        public (string?, string?, string?) StatusAt(DateTimeOffset now)
        {
            if (now < Final)
                return (Waits ? "partial" : "pending", "0", null);
            return ErrorCode is { } code ? ("failed", "0", code.ToString(CultureInfo.InvariantCulture)) : ("ok", "1", null);
        }
    }
}
