namespace FreedomPaySandbox.Emulator.Findings;

/// <summary>All findings of the process, also of merchants that are gone by now: how many, and the first of them.</summary>
internal sealed class FindingCounters
{
    private const int Kept = 50;

    private readonly Lock _lock = new();
    private readonly List<(long Merchant, Finding Finding)> _first = [];
    private long _count;

    public long Count
    {
        get
        {
            lock (_lock)
                return _count;
        }
    }

    public IReadOnlyList<(long Merchant, Finding Finding)> First
    {
        get
        {
            lock (_lock)
                return [.. _first];
        }
    }

    /// <summary>One more, of a merchant of whom too many are there already: its first ones are among those kept.</summary>
    public void AddUnseen()
    {
        lock (_lock)
            _count++;
    }

    public void Add(long merchant, Finding finding)
    {
        lock (_lock)
        {
            _count++;
            if (_first.Count < Kept)
                _first.Add((merchant, finding));
        }
    }
}
