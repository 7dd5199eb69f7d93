namespace FreedomPaySandbox.LoadTests.Reports.Charts;

/// <summary>The marks of an axis, at round numbers.</summary>
internal static class Ticks
{
    private const int Wanted = 5;

    private static readonly int[] s_factors = [1, 2, 5, 10];

    /// <summary>From 0 to at least <paramref name="most"/>, in steps of 1, 2 or 5 times a power of ten.</summary>
    public static IReadOnlyList<double> UpTo(double most)
    {
        if (most <= 0)
            return [0, 1];
        var power = Math.Pow(10, Math.Floor(Math.Log10(most / Wanted)));
        var step = s_factors.Select(factor => factor * power).First(step => most / step <= Wanted);
        return [.. Enumerable.Range(0, (int)Math.Ceiling(most / step - 1e-9) + 1).Select(number => number * step)];
    }
}
