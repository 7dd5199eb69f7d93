using System.Globalization;
using System.Text;
using FreedomPaySandbox.Emulator.Text;

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
    /// Whether a finding would be entered; otherwise it is counted here and now. For those who may find the same thing at every call:
    /// putting it into words takes longer than looking.
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

/// <summary>Something a merchant does that will hurt in production, as it was first seen.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">When, by the merchant's clock.</param>
/// <param name="Text">What was seen, in a sentence; card numbers masked.</param>
internal sealed record Finding(FindingKind Kind, DateTimeOffset At, string Text)
{
    /// <summary>The payout that it is about, if it is about one.</summary>
    public long? PaymentId { get; init; }

    /// <summary>The journal's number of the call that showed it, if one did.</summary>
    public string? Request { get; init; }

    /// <summary>How often it was seen.</summary>
    public long Count { get; init; } = 1;

    public override string ToString() => $"{Kind}: {Text}";
}

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

/// <summary>The findings of a process at its end, for the log of a build.</summary>
internal static class FindingReport
{
    public static string Render(FindingCounters tally)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{tally.Count} {(tally.Count == 1 ? "finding" : "findings")}:");
        foreach (var (merchant, finding) in tally.First)
        {
            text.AppendLine().AppendLine().Append(CultureInfo.InvariantCulture, $"{finding.Kind.Id}, merchant {merchant}: {TerminalText.Line(finding.Text)}");
            text.AppendLine().Append(finding.Kind.Why).Append(' ').Append(finding.Kind.Fix);
        }

        if (tally.Count > tally.First.Count)
            text.AppendLine().AppendLine().Append(CultureInfo.InvariantCulture, $"… and {tally.Count - tally.First.Count} more.");
        return text.ToString();
    }
}
