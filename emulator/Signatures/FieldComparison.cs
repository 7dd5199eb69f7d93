using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>The comparisons of names that sorts of several languages make.</summary>
internal static class FieldComparison
{
    /// <summary>The comparison, or <see langword="null"/> where fields stay as they are.</summary>
    public static IComparer<string>? For(FieldSort sort) => sort switch
    {
        FieldSort.AsSent => null,
        FieldSort.Reverse => Comparer<string>.Create(static (x, y) => FieldOrder.Instance.Compare(y, x)),
        FieldSort.UpperCased => StringComparer.OrdinalIgnoreCase,
        FieldSort.LowerCased => Comparer<string>.Create(static (x, y) => FieldOrder.Instance.Compare(x.ToLowerInvariant(), y.ToLowerInvariant())),
        FieldSort.Culture => Comparer<string>.Create(AsACulture),
        FieldSort.Natural => Comparer<string>.Create(Naturally),
        _ => FieldOrder.Instance,
    };

    // As ICU does for names: punctuation before digits before letters, upper case only where nothing else tells two names apart.
    // The process itself has no cultures, so that nothing depends on the machine.
    private static int AsACulture(string x, string y)
    {
        for (var i = 0; i < Math.Min(x.Length, y.Length); i++)
        {
            var byKind = Weight(x[i]) - Weight(y[i]);
            if (byKind != 0)
                return byKind;
        }

        return x.Length != y.Length ? x.Length - y.Length : -string.CompareOrdinal(x, y);
    }

    private static int Weight(char character) => character switch
    {
        '_' => 0,
        '-' => 1,
        _ when char.IsAsciiDigit(character) => 0x1_0000 + character,
        _ when char.IsLetter(character) => 0x2_0000 + char.ToLowerInvariant(character),
        _ => 2 + character,
    };

    // Digits in a row are one number.
    private static int Naturally(string x, string y)
    {
        int i = 0, j = 0;
        while (i < x.Length && j < y.Length)
        {
            if (!char.IsAsciiDigit(x[i]) || !char.IsAsciiDigit(y[j]))
            {
                if (x[i] != y[j])
                    return x[i] - y[j];
                i++;
                j++;
                continue;
            }

            var left = Number(x, ref i);
            var right = Number(y, ref j);
            var byNumber = left.Length != right.Length ? left.Length - right.Length : left.SequenceCompareTo(right);
            if (byNumber != 0)
                return byNumber;
        }

        return (x.Length - i) - (y.Length - j);
    }

    private static ReadOnlySpan<char> Number(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return text.AsSpan(start, at - start).TrimStart('0');
    }
}
