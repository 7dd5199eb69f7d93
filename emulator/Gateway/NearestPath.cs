using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>Which path of the gateway somebody meant who called one that is not there. Pure.</summary>
internal static class NearestPath
{
    /// <summary>A longer path is no slip of the fingers, and to compare it would take long.</summary>
    private const int LongestCompared = 120;

    /// <summary>Of so many letters one may be wrong.</summary>
    private const int LettersToOneSlip = 3;

    /// <param name="called">The path that was called.</param>
    /// <param name="known">The paths there are, with their parameters in braces.</param>
    /// <returns>One of them, or nothing where none is near.</returns>
    public static string? Find(string called, IReadOnlyList<string> known)
    {
        if (called.Length > LongestCompared)
            return null;
        var name = LastSegment(called).ToLowerInvariant();
        var near = known.Where(path => IsNear(name, LastSegment(path))).ToList();
        if (near.Count == 0)
            return null;

        // The name first: payout_status2 is under /g2g, whatever was called before it.
        var best = near.Min(path => NearestName.Distance(name, LastSegment(path)));
        return NearestName.Find(called.ToLowerInvariant(), near.Where(path => NearestName.Distance(name, LastSegment(path)) == best));
    }

    private static bool IsNear(string name, string known) => NearestName.Distance(name, known) <= Math.Max(1, known.Length / LettersToOneSlip);

    private static string LastSegment(string path)
    {
        var trimmed = path.TrimEnd('/');
        return trimmed[(trimmed.LastIndexOf('/') + 1)..];
    }
}
