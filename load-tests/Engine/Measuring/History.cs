namespace NBomber.Measuring;

/// <summary>A run as a row of points. When there are too many, neighbours become one, so that a week of load takes no more memory than an hour.</summary>
internal sealed class History(int capacity)
{
    private readonly List<HistoryPoint> _points = [];
    private int _perPoint = 1;
    private int _inLast;

    public IReadOnlyList<HistoryPoint> Points => [.. _points];

    public void Add(HistoryPoint point)
    {
        if (_inLast > 0 && _inLast < _perPoint)
        {
            _points[^1] = _points[^1].And(point);
            _inLast++;
            return;
        }

        if (_points.Count == capacity)
            Halve();
        _points.Add(point);
        _inLast = 1;
    }

    private void Halve()
    {
        for (var i = 0; i < capacity / 2; i++)
            _points[i] = _points[2 * i].And(_points[2 * i + 1]);
        _points.RemoveRange(capacity / 2, _points.Count - capacity / 2);
        _perPoint *= 2;
    }
}
