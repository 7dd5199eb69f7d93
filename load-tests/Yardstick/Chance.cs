namespace FreedomPaySandbox.Yardstick;

/// <summary>Numbers by chance, the same in each run: a pure function of their place.</summary>
internal static class Chance
{
    /// <returns>From 0 to 1, without 1.</returns>
    public static double At(int place, int die)
    {
        // SplitMix64.
        var z = unchecked(((ulong)(uint)place << 32 | (uint)die) + 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        z ^= z >> 31;
        return (z >> 11) * (1.0 / (1UL << 53));
    }
}
