namespace FreedomPaySandbox.Emulator.Journal;

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
