namespace FreedomPaySandbox.Emulator.Findings;

/// <summary>The findings of one merchant since its last reset, the oldest first. Bounded: what comes beyond is only counted.</summary>
internal sealed class FindingLog(long merchant, FindingCounters tally)
{
    public const int MostFindings = 200;

    private readonly Lock _lock = new();
    private readonly Dictionary<(FindingKind Kind, string About), int> _places = [];
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> All
    {
        get
        {
            lock (_lock)
                return [.. _findings];
        }
    }

    /// <summary>
    /// Whether a finding would be entered; otherwise it is counted here and now. For those who may find the same thing at every call: putting it
    /// into words takes longer than looking.
    /// </summary>
    public bool Takes(FindingKind kind, string about)
    {
        lock (_lock)
        {
            if (Counts(kind, about))
                return false;
            if (_findings.Count < MostFindings)
                return true;
        }

        tally.AddUnseen();
        return false;
    }

    /// <summary>Enters a finding, or counts it where the same was seen before.</summary>
    /// <param name="about">What makes it the same: an order id, a host, or nothing where one of its kind is enough.</param>
    /// <param name="finding">What was seen.</param>
    public void Add(string about, Finding finding)
    {
        lock (_lock)
        {
            if (Counts(finding.Kind, about))
                return;
            if (_findings.Count < MostFindings)
            {
                _places.Add((finding.Kind, about), _findings.Count);
                _findings.Add(finding);
            }
        }

        tally.Add(merchant, finding);
    }

    private bool Counts(FindingKind kind, string about)
    {
        if (!_places.TryGetValue((kind, about), out var place))
            return false;
        _findings[place] = _findings[place] with { Count = _findings[place].Count + 1 };
        return true;
    }
}
