using FreedomPaySandbox.Emulator.Clock;

namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>
/// What the gateway received from a merchant and what it answered, in memory: the last so many calls. Numbers are given in the order
/// in which entries come, so that who reads on after a number misses none.
/// </summary>
internal sealed class MerchantJournal : IDisposable
{
    private readonly Lock _gate = new();
    private readonly long _merchantId;
    private readonly ChangeSignal _changes;
    private readonly JournalBudget _budget;
    private readonly RingBuffer _entries;
    private long _lastNumber;
    private long _evicted;
    private long _size;
    private bool _isClosed;

    /// <param name="merchantId">The merchant, or <see cref="JournalId.NoMerchant"/>.</param>
    /// <param name="changes">Beaten after each entry.</param>
    /// <param name="capacity">Most entries to keep.</param>
    /// <param name="budget">The memory of all journals.</param>
    /// <param name="lastNumber">The <see cref="LastNumber"/> of the journal that this one replaces, so that no number comes twice.</param>
    public MerchantJournal(long merchantId, ChangeSignal changes, int capacity, JournalBudget budget, long lastNumber = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        (_merchantId, _changes, _budget, _lastNumber) = (merchantId, changes, budget, lastNumber);
        _entries = new RingBuffer(capacity);
        budget.Open(this);
    }

    /// <summary>The number of the last call, kept or not.</summary>
    public long LastNumber
    {
        get
        {
            lock (_gate)
                return _lastNumber;
        }
    }

    /// <summary>What the entries take in memory, estimated.</summary>
    public long Size => Volatile.Read(ref _size);

    /// <summary>Takes an entry and gives it its number. One that is closed gives numbers and keeps nothing.</summary>
    public JournalEntry Add(JournalEntry entry)
    {
        lock (_gate)
        {
            entry = entry with { Id = new JournalId(_merchantId, ++_lastNumber) };
            if (_isClosed)
                return entry;
            if (_entries.IsFull)
                Evict();
            _entries.Add(entry);
            Grow(entry.Size);
        }

        _budget.Keep();
        _changes.Notify();
        return entry;
    }

    public JournalEntry? Find(long number)
    {
        lock (_gate)
        {
            var first = _lastNumber - _entries.Count + 1;
            return number >= first && number <= _lastNumber ? _entries[(int)(number - first)] : null;
        }
    }

    public JournalPage Find(JournalQuery query)
    {
        var (entries, before, evicted) = After(query.After);
        var found = new List<JournalEntry>();
        var next = before;
        foreach (var entry in entries)
        {
            next = entry.Number;
            if (!query.Matches(entry))
                continue;
            found.Add(entry);
            if (found.Count == query.Limit)
                break;
        }

        return new JournalPage(found, next, evicted, IsComplete(query, before, evicted));
    }

    /// <summary>All that is asked for, the newest first.</summary>
    /// <param name="query">What is asked for; neither its limit nor its place counts.</param>
    public IEnumerable<JournalEntry> Newest(JournalQuery query) => After(0).Entries.Reverse().Where(query.Matches);

    public JournalCount Count(JournalQuery query)
    {
        var (entries, before, evicted) = After(query.After);
        return new JournalCount(entries.LongCount(query.Matches), IsComplete(query, before, evicted), evicted);
    }

    /// <summary>Lets everything go: the merchant is gone, or begins anew with another journal.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            _entries.Clear();
            Grow(-_size);
        }

        _budget.Close(this);
    }

    /// <summary>Lets the oldest entries go until no more than so many bytes are left.</summary>
    internal void ShrinkTo(long size)
    {
        lock (_gate)
        {
            while (_size > size && _entries.Count > 0)
                Evict();
        }
    }

    /// <summary>A copy of what comes after a number, so that nobody who adds waits for somebody who searches.</summary>
    private (JournalEntry[] Entries, long Before, long Evicted) After(long number)
    {
        lock (_gate)
        {
            var before = Math.Clamp(number, _lastNumber - _entries.Count, _lastNumber);
            return (_entries.Last((int)Math.Max(0, _lastNumber - before)), before, _evicted);
        }
    }

    // What is looked at follows the number asked for, unless entries between are gone, or the number is of a journal before a restart.
    private static bool IsComplete(JournalQuery query, long before, long evicted) =>
        before == query.After || (evicted == 0 && query.After < before);

    private void Evict()
    {
        Grow(-_entries.RemoveOldest().Size);
        _evicted++;
    }

    private void Grow(long size)
    {
        Volatile.Write(ref _size, _size + size);
        _budget.Grow(size);
    }
}

/// <summary>Entries in the order in which they came, up to so many; takes the room that it needs and no more.</summary>
internal sealed class RingBuffer(int capacity)
{
    private const int FirstRoom = 16;

    private JournalEntry?[] _room = [];
    private int _oldest;

    public int Count { get; private set; }

    public bool IsFull => Count == capacity;

    public JournalEntry this[int index] => _room[(_oldest + index) % _room.Length]!;

    public void Add(JournalEntry entry)
    {
        if (Count == _room.Length)
            Widen();
        _room[(_oldest + Count) % _room.Length] = entry;
        Count++;
    }

    public JournalEntry RemoveOldest()
    {
        var oldest = _room[_oldest]!;
        _room[_oldest] = null;
        _oldest = (_oldest + 1) % _room.Length;
        Count--;
        return oldest;
    }

    /// <summary>A copy of the last so many.</summary>
    public JournalEntry[] Last(int count)
    {
        var last = new JournalEntry[count];
        for (var i = 0; i < count; i++)
            last[i] = this[Count - count + i];
        return last;
    }

    public void Clear() => (_room, _oldest, Count) = ([], 0, 0);

    private void Widen()
    {
        var wider = new JournalEntry?[Math.Clamp(_room.Length * 2, Math.Min(FirstRoom, capacity), capacity)];
        Last(Count).CopyTo(wider, 0);
        (_room, _oldest) = (wider, 0);
    }
}
