namespace NBomber.Measuring;

/// <summary>A run as a row of spans. When there are too many, neighbours become one, so that a week of load takes no more memory than a minute.</summary>
internal sealed class History(int capacity)
{
    private readonly List<HistoryBin> _bins = [];
    private int _perBin = 1;
    private int _inLast;

    public IReadOnlyList<HistoryPoint> Points => [.. _bins.Select(bin => bin.Point)];

    public void Add(HistoryBin bin)
    {
        if (_inLast > 0 && _inLast < _perBin)
        {
            _bins[^1].Add(bin);
            _inLast++;
            return;
        }

        if (_bins.Count == capacity)
            Halve();
        _bins.Add(bin);
        _inLast = 1;
    }

    private void Halve()
    {
        for (var i = 0; i < capacity / 2; i++)
        {
            _bins[2 * i].Add(_bins[2 * i + 1]);
            _bins[i] = _bins[2 * i];
        }

        _bins.RemoveRange(capacity / 2, _bins.Count - capacity / 2);
        _perBin *= 2;
    }
}
