namespace FreedomPaySandbox.Emulator.Text;

/// <summary>Finds the known name that somebody who mistyped must have meant: the one with the fewest letters to change.</summary>
internal static class NearestName
{
    public static string Find(string mistyped, IEnumerable<string> known) => known.MinBy(name => Distance(mistyped, name))!;

    /// <summary>How many letters to change, add or leave out: Levenshtein's distance, one row at a time.</summary>
    public static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substituted = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
