namespace FreedomPaySandbox.Protocol;

/// <summary>
/// The order in which fields are signed: by name, byte by byte of its UTF-8 form, as PHP's <c>ksort</c> does (S-2).
/// Digits come before upper case, upper case before <c>_</c>, and <c>_</c> before lower case.
/// </summary>
public sealed class FieldOrder : IComparer<string>
{
    /// <summary>The one instance.</summary>
    public static FieldOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        var same = left.CommonPrefixLength(right);
        return same == left.Length || same == right.Length
            ? left.Length - right.Length
            : Rank(left[same]) - Rank(right[same]);
    }

    // UTF-16 puts surrogate pairs (U+10000 and above) before U+E000–U+FFFF; UTF-8 puts them after.
    private static int Rank(char c) => c switch
    {
        < '\uD800' => c,
        < '\uE000' => c + 0x2000,
        _ => c - 0x800,
    };
}
