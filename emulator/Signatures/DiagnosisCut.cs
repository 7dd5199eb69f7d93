namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>Cuts shown texts to what a diagnosis may keep of a huge message: the surroundings of the departure.</summary>
internal static class DiagnosisCut
{
    /// <summary>The most characters of a text.</summary>
    public const int MaxLength = 4000;

    private const int Before = 1000;

    public static (string Right, string? Signed, FirstDifference? Difference) Apply(string right, string? signed, FirstDifference? difference)
    {
        var start = difference is { Index: > MaxLength - Before } ? difference.Index - Before : 0;
        return (Cut(right, start), signed is null ? null : Cut(signed, start), start == 0 ? difference : difference! with { Index = difference.Index - start + 1 });
    }

    private static string Cut(string text, int start)
    {
        if (start == 0 && text.Length <= MaxLength)
            return text;
        var rest = text.AsSpan(Math.Min(start, text.Length));
        var front = start > 0 ? "…" : "";
        return rest.Length <= MaxLength ? $"{front}{rest}" : $"{front}{rest[..MaxLength]}…";
    }
}
